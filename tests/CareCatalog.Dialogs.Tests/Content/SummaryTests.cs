using System.Text.RegularExpressions;
using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Content;

/// <summary>The plain words for every row: short, and never more than the row says.</summary>
public partial class SummaryTests
{
    private const int MostCharacters = 40;
    private const int MostWords = 25;

    // A word of a summary that promises or restricts, and what a row must print for it to be said.
    private static readonly (string Said, string Printed)[] Chinese =
    [
        ("居住证", "居住证"), ("户籍", "户籍"), ("学籍", "学籍"), ("困难", "困难|低收入|贫困|困境|危房"), ("低保", "低保|最低生活保障"), ("符合", "符合"), ("确诊", "诊断明确"),
        ("在家", "在家"), ("定点", "定点"), ("公办", "公办"), ("民办", "民办"), ("普惠", "普惠"), ("就近", "就近|就便"), ("免费", "免费|免除"), ("免", "免"), ("全日制", "全日制"),
        ("有条件的地方", "有条件的地方"), ("农村", "农村"), ("孤儿", "孤儿"), ("残疾", "残疾"), ("无人抚养", "无人抚养"), ("困境", "困境"), ("留守", "留守"), ("特困", "特困"),
        ("艾滋", "艾滋"), ("全部", "全部"), ("按月", "按月"), ("一次性", "一次性"), ("网办", "网办"), ("异地", "异地|跨省|跨市|居住地|急难发生地"), ("直接结算", "直接结算"), ("外地", "异地|外地"),
        ("公租房", "公租房|公共租赁"), ("签家庭医生", "签约"), ("营养", "营养"), ("高考", "高考"), ("中考", "中考"), ("两免一补", "两免一补"), ("自付", "自付"), ("助学金", "助学金"), ("保险", "保险"),
    ];

    private static readonly (string Said, string Printed)[] English =
    [
        ("eligible", "符合"), ("qualify", "符合"), ("residence permit", "居住证"), ("hukou", "户籍"), ("financial difficulty", "困难|贫困"), ("diagnosed", "诊断"), ("living at home", "在家"),
        ("school registration", "学籍"), ("nearby", "就近|就便"), ("public school", "公办"), ("affordable", "普惠"), ("free", "免"), ("waiver", "免"), ("no tuition", "免"), ("full-time", "全日制"),
        ("conditions allow", "有条件的地方"), ("rural", "农村"), ("orphan", "孤"), ("disabled", "残疾"), ("unattended", "无人抚养"), ("left-behind", "留守"), ("tekun", "特困"), ("dibao", "低保|最低生活保障"),
        ("HIV", "艾滋"), ("every month", "按月"), ("in one sum", "一次性"), ("online", "网"), ("settled directly", "直接结算"), ("direct settlement", "直接结算"), ("rental", "租赁|公租房"),
        ("family doctor", "签约"), ("meals", "营养"), ("gaokao", "高考"), ("zhongkao", "中考"), ("state grant", "助学金"), ("insurance", "保"), ("across provinces", "跨省"),
    ];

    public static TheoryData<string> Languages => ["zh-CN", "en-US"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Rows_AllLists_HaveOneTitleAndSummaryEach(string language)
    {
        var ids = Lines(language).Select(line => line.Id).ToList();
        Assert.Equal(133, ids.Count);
        Assert.Equal(Items().Select(item => item.Id.ToString()).Order(), ids.Order());
        Assert.All(Lines(language), line => Assert.True(line.Title.Length > 0 && line.Summary.Length > 0, line.Id));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Summary_Length_CanBeReadAtAGlance(string language) =>
        Assert.All(Lines(language), line => Assert.InRange(
            language == "zh-CN" ? line.Summary.Length : Word().Count(line.Summary), 1, language == "zh-CN" ? MostCharacters : MostWords));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Summary_Number_StandsInItsRow(string language) => Assert.Empty(
        from line in Lines(language)
        from number in Number().Matches(line.Summary).Select(match => match.Value).Distinct()
        where !Number().Matches(Printed(line.Id)).Any(match => match.Value == number)
        select $"{line.Id}: {number} in \"{line.Summary}\"");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Summary_ConditionOrBenefit_StandsInItsRow(string language) => Assert.Empty(
        from line in Lines(language)
        from word in language == "zh-CN" ? Chinese : English
        where line.Summary.Contains(word.Said, StringComparison.OrdinalIgnoreCase)
        where !word.Printed.Split('|').Any(Printed(line.Id).Contains)
        select $"{line.Id}: {word.Said} in \"{line.Summary}\"");

    // Whoever has no permit learns of it at once.
    [Theory]
    [MemberData(nameof(Languages))]
    public void Summary_ResidencePermitInTheRow_IsSaid(string language) => Assert.Empty(
        Lines(language).Where(line => OurSeeds.Item(line.Id).ContentReading.Contains("居住证", StringComparison.Ordinal)
            && !line.Summary.Contains(language == "zh-CN" ? "居住证" : "residence permit", StringComparison.Ordinal)).Select(line => line.Id));

    private static string Printed(string id)
    {
        var item = OurSeeds.Item(id);
        return string.Join('\n', [item.Audience, item.Service, item.Content, item.ContentReading, .. item.Guidance.Select(guidance => guidance.Text)])
            .Replace('－', '-').Replace('~', '-');
    }

    private static IEnumerable<ServiceItem> Items() => OurSeeds.Edition.Lists.SelectMany(list => list.Items);

    private static IEnumerable<(string Id, string Title, string Summary)> Lines(string language) =>
        File.ReadLines(Repository.At("dialogs", language, "summaries.tsv")).Skip(1).Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1], cells[2]));

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’\-–]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
