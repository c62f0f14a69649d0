using System.Text.Json;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.Privacy;
using CareCatalog.Dialogs;
using CareCatalog.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace CareCatalog.Channels.Tests.Privacy;

public sealed class RedactorTests(ITestOutputHelper output)
{
    private static readonly CatalogEdition Edition = CatalogReader.Read(Repository.At("seeds")).Edition!;
    private static readonly Redactor Redactor = Redactor.Load(Repository.At("dialogs"), Repository.At("seeds"), Edition);

    [Theory]
    [InlineData("身份证370202199001011234谢谢", "身份证***谢谢")]
    [InlineData("我的号37020219900101123x。", "我的号***。")]
    [InlineData("370202900101123", "***")]
    [InlineData("３７０２０２１９９００１０１１２３４", "***")]
    [InlineData("370202 19900101 1234", "***")]
    [InlineData("三七零二零二一九九零零一零一一二三四", "***")]
    [InlineData("学籍号G370202201509010012", "学籍号***")]
    [InlineData("电话13800138000", "电话***")]
    [InlineData("+86 138-0013-8000", "***")]
    [InlineData("幺三八零零一三八零零零打给我", "***打给我")]
    [InlineData("座机0532-85912345", "座机***")]
    [InlineData("(0532)8591 2345", "(***")]
    [InlineData("call me at 85912345", "call me at ***")]
    [InlineData("卡号6222 0212 3456 7890 123", "卡号***")]
    [InlineData("微信号abc_12345", "微信号***")]
    [InlineData("邮箱 me@example.com", "邮箱 ***")]
    [InlineData("护照E12345678", "护照***")]
    public void Redact_Number_IsMasked(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text).Text);

    [Theory]
    [InlineData("住在青岛市市南区香港中路10号3号楼2单元501", "住在青岛市市南区***")]
    [InlineData("家住李沧区翠湖小区", "家住李沧区***")]
    [InlineData("长春市朝阳区红旗街万达公寓B座1203，孩子5岁", "长春市朝阳区***，孩子5岁")]
    [InlineData("住在3号楼2单元501室", "住在***")]
    [InlineData("12 Hong Kong Middle Road, Shinan District", "***, Shinan District")]
    public void Redact_Address_IsMaskedBelowTheDistrict(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text).Text);

    [Theory]
    [InlineData("我叫王小明，孩子5岁", "我叫***，孩子5岁")]
    [InlineData("孩子叫欧阳子涵今年上一年级", "孩子叫***今年上一年级")]
    [InlineData("女儿叫妞妞", "女儿叫***")]
    [InlineData("姓名：张三", "姓名：***")]
    [InlineData("my name is Zhang Wei and my son is 4", "my name is *** and my son is 4")]
    public void Redact_NameAfterACue_IsMasked(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text).Text);

    [Theory]
    [InlineData("我家孩子4岁，刚搬到青岛")]
    [InlineData("2020年9月1日出生，明年上小学")]
    [InlineData("2020-09-01出生")]
    [InlineData("20200901生的")]
    [InlineData("电话20200901")]
    [InlineData("370200-02")]
    [InlineData("370200-02 370200-03 370200-04是什么")]
    [InlineData("12345打不通，12355呢，电话12345、12356，0532-12345")]
    [InlineData("2019 2020 2021 2022年都能报吗")]
    [InlineData("1 3 5 7 9 11 13 15岁都可以吗")]
    [InlineData("帮我叫救护车，孩子叫不醒")]
    [InlineData("孩子叫什么名字要填吗")]
    [InlineData("我叫车去医院")]
    [InlineData("我是单亲妈妈，我是河南的")]
    [InlineData("住在朝阳")]
    [InlineData("住在农村，不知道3号能不能报名")]
    [InlineData("小区附近的幼儿园")]
    [InlineData("找街道办还是社区")]
    [InlineData("My son is 4 years old, on the road now. I am Chinese and I live at Qingdao")]
    public void Redact_NothingPersonal_StaysAsItIs(string text) => Assert.Equal(text, Redactor.Redact(text).Text);

    [Fact]
    public void Redact_Catalogue_IsNeverMasked()
    {
        var texts = Edition.Lists.SelectMany(list => list.Items.SelectMany(item => (string[])[item.Id.ToString(), item.Audience, item.Service, item.Content, .. item.Departments, .. item.Guidance.Select(guidance => guidance.ToString())])
                .Concat(list.Passages.Select(passage => passage.Text)).Append(list.Document.Title).Append(list.Document.Number ?? ""))
            .Concat(Edition.Hotlines.Select(line => line.ToString())).Concat(Edition.Places.Select(place => place.Name)).Concat(Edition.Departments.Select(entry => entry.Name))
            .Concat(Directory.EnumerateFiles(Repository.At("dialogs"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is "summaries.tsv" or "conditions.tsv" or "danger-banners.tsv" or "phrases.json").SelectMany(File.ReadLines))
            .Concat(Edition.Hotlines.SelectMany(line => new[] { $"电话{line.Number}", $"打{line.Number}行吗", $"call {line.Number} {line.Number}" }));
        var masked = texts.Select(Redactor.Redact).Where(redaction => redaction.HasPersonalData).ToList();
        Assert.True(masked.Count == 0, string.Join('\n', masked.Select(redaction => redaction.Text)));
    }

    [Fact]
    public void Redact_FiftyThousandGeneratedTexts_ReachesTheShares()
    {
        var texts = new PersonalTexts(20261122);
        var (asked, missed) = (new Dictionary<PersonalDataKind, int>(), new Dictionary<PersonalDataKind, List<string>>());
        for (var i = 0; i < 50_000; i++)
        {
            var (kind, text, planted) = texts.Next();
            asked[kind] = asked.GetValueOrDefault(kind) + 1;
            if (Redactor.Redact(text).Text.Contains(planted, StringComparison.Ordinal)) (missed.TryGetValue(kind, out var list) ? list : missed[kind] = []).Add(text);
        }
        foreach (var (kind, count) in asked)
        {
            var misses = missed.GetValueOrDefault(kind, []);
            var share = 1 - (misses.Count / (double)count);
            output.WriteLine($"{kind}: {share:P2} of {count}; missed, for instance {string.Join(" | ", misses.Take(12))}");
            Assert.True(share >= kind switch { PersonalDataKind.Name => 0.90, PersonalDataKind.Address => 0.95, _ => 0.995 }, $"{kind}: {share:P2}");
        }
    }

    [Fact]
    public void Redact_QuestionsWithoutPersonalData_AreRarelyTouched()
    {
        var texts = new[] { "questions.jsonl", "danger.jsonl" }.SelectMany(file => File.ReadLines(Repository.At("tests", "questions", file)))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToList();
        var touched = texts.Where(text => Redactor.Redact(text).HasPersonalData).Select(text => Redactor.Redact(text).Text).ToList();
        output.WriteLine($"{touched.Count} of {texts.Count}: {string.Join('\n', touched)}");
        Assert.InRange(touched.Count, 0, texts.Count / 100);
    }

    [Fact]
    public void Redact_AnyText_NeitherThrowsNorGrows() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Texts.Any(), text => Redactor.Redact(text).Text.Length <= text.Length + (3 * Redactor.Redact(text).Kinds.Count)));

    [Fact]
    public void Redact_MaskedText_StaysAsItIs()
    {
        var texts = new PersonalTexts(7);
        for (var i = 0; i < 500; i++)
        {
            var once = Redactor.Redact(texts.Next().Text).Text;
            Assert.Equal(once, Redactor.Redact(once).Text);
        }
    }

    [Fact]
    public void Redact_Activity_MasksWhatTheClientAdded_ButNoIds()
    {
        var activity = JsonSerializer.Deserialize(
            """{"type":"message","id":"13800138000","text":"我叫王小明","from":{"id":"dl_1","name":"王小明"},"name":"13800138000","suggestedActions":{"actions":[{"type":"imBack","title":"13800138000","value":"x"}]},"channelData":{"clientActivityID":"13800138000","note":"13800138000"},"value":{"phone":["13800138000"],"age":4},"attachments":[{"name":"13800138000","content":{"text":"13800138000"}}]}""",
            ActivityJson.Rules.Activity)!;
        var (masked, has) = Redactor.Redact(activity);
        Assert.True(has);
        Assert.Equal(
            """{"type":"message","id":"13800138000","from":{"id":"dl_1"},"text":"我叫***","name":"***","value":{"phone":["***"],"age":4},"attachments":[{"name":"***","content":{"text":"***"}}],"channelData":{"clientActivityID":"13800138000","note":"***"}}""",
            JsonSerializer.Serialize(masked, ActivityJson.Rules.Activity));
    }
}
