using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Content;

/// <summary>Every row of every list can be reached, and a misprinted one is shown with its reading.</summary>
public class RowTests
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["000000"] = "全国", ["370200"] = "青岛", ["220100"] = "长春", ["371700"] = "菏泽", ["211300"] = "辽宁朝阳",
    };

    public static TheoryData<string> Codes => [.. Names.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Take_NumberOfARow_ShowsThatRowAlone(string code) => Assert.Empty(
        from item in Items(code)
        from text in (string[])[$"{Names[code]}第{item.Id.Number}项", $"{Names[code]} {item.Id.Number}", $"{item.Id}"]
        let shown = Desk.Ask(text).Matches.Select(match => match.Id).ToList()
        where shown is not [var only] || only != item.Id.ToString()
        select $"{text}: {string.Join(' ', shown)}");

    [Theory]
    [MemberData(nameof(Codes))]
    public void Take_NameOfAService_IsAnsweredWithEveryRowOfThatName(string code) => Assert.Empty(
        from item in Items(code)
        let reply = Desk.Ask(Names[code] + item.Service)
        where !reply.Matches.Select(match => match.Id).Concat(reply.More).Contains(item.Id.ToString())
        select $"{Names[code]}{item.Service}: {item.Id} is missing");

    // That a list has no such row is said only when it has none.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Take_NameOfANeed_FindsTheRowsThatMeetItAndDeniesNone(string code)
    {
        foreach (var need in OurSeeds.Edition.Needs)
        {
            var carrying = Items(code).Where(item => item.Needs.Contains(need.Id)).Select(item => item.Id.ToString()).ToList();
            if (carrying.Count == 0) continue;
            var reply = Desk.Ask(Names[code] + need.Name);
            Assert.True(reply.Matches.Select(match => match.Id).Concat(reply.More).Intersect(carrying).Any(), $"{Names[code]}{need.Name}: none of {string.Join(' ', carrying)}");
            Assert.DoesNotContain("清单里没有这一项", reply.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Take_MisprintedRow_ShowsBothReadings(string code)
    {
        foreach (var item in Items(code).Where(item => item.ContentReading != item.Content))
        {
            var reply = Desk.Ask(item.Id.ToString());
            Assert.Contains(item.Content, reply.Text, StringComparison.Ordinal);
            Assert.Contains(item.ContentReading, reply.Text, StringComparison.Ordinal);
        }
    }

    // An erratum names what is there, and what it proposes is what is read.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Errata_Reading_StandsInTheRowItNames(string code)
    {
        var list = OurSeeds.Edition.ListOf(JurisdictionCode.Parse(code))!;
        foreach (var item in list.Items)
        {
            foreach (var erratum in item.Errata.Where(erratum => erratum.Reading is not null))
            {
                var read = erratum.Field switch
                {
                    "audience" => item.Audience,
                    "service" => item.Service,
                    "content" => item.ContentReading,
                    "departments" => string.Join('、', item.Departments),
                    "number" => $"{item.Id.Number}",
                    "domain" => OurSeeds.Edition.Domains.Single(entry => entry.Domain == item.Domain).Name,
                    _ => erratum.Reading!,
                };
                Assert.Contains(erratum.Reading!, read, StringComparison.Ordinal);
                if (erratum.Field == "content") Assert.Contains(erratum.Printed, item.Content, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<ServiceItem> Items(string code) => OurSeeds.Edition.ListOf(JurisdictionCode.Parse(code))!.Items;
}
