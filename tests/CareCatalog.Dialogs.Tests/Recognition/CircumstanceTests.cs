using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Circumstances with polarity: stated, implied, denied; a question denies nothing.</summary>
public class CircumstanceTests
{
    [Theory]
    [InlineData("孩子是孤儿", "orphan")]
    [InlineData("爸妈都不在了", "orphan")]
    [InlineData("孩子有残疾", "disabled")]
    [InlineData("脑瘫", "disabled")]
    [InlineData("孩子确诊孤独症", "disabled")]
    [InlineData("孩子精神分裂", "severe-mental")]
    [InlineData("家里吃低保", "dibao")]
    [InlineData("家里困难", "hardship")]
    [InlineData("低保边缘", "hardship")]
    [InlineData("孩子得了艾滋", "hiv")]
    [InlineData("爸爸坐牢妈妈跑了", "de-facto-unattended")]
    [InlineData("我被裁员了", "sudden-hardship")]
    [InlineData("发大水房子冲了", "disaster")]
    [InlineData("家里房子塌了", "dangerous-house")]
    [InlineData("my son is disabled", "disabled")]
    [InlineData("he is an orphan", "orphan")]
    [InlineData("both parents died", "orphan")]
    [InlineData("we are poor", "hardship")]
    [InlineData("I lost my job", "sudden-hardship")]
    public void Read_StatedOrImplied_Holds(string text, string id) =>
        Assert.Contains(Desk.Read(text).Circumstances, reading => reading.Id == id && !reading.IsDenied);

    [Theory]
    [InlineData("孩子不是孤儿", "orphan")]
    [InlineData("他不是孤儿，妈还在", "orphan")]
    [InlineData("孩子不是残疾", "disabled")]
    [InlineData("没有残疾", "disabled")]
    [InlineData("我们没有低保", "dibao")]
    [InlineData("we are not on dibao", "dibao")]
    [InlineData("my son is not disabled", "disabled")]
    [InlineData("he isn't an orphan", "orphan")]
    public void Read_Denied_IsDenied(string text, string id)
    {
        Assert.Contains(Desk.Read(text).Circumstances, reading => reading.Id == id && reading.IsDenied);
        Assert.DoesNotContain(Desk.Read(text).Circumstances, reading => reading.Id == id && !reading.IsDenied);
    }

    [Theory]
    [InlineData("有没有低保", "dibao")]
    [InlineData("有没有低保政策", "dibao")]
    [InlineData("是不是残疾人才能领", "disabled")]
    public void Read_Asked_IsNotDenied(string text, string id) =>
        Assert.DoesNotContain(Desk.Read(text).Circumstances, reading => reading.Id == id && reading.IsDenied);

    [Theory]
    [InlineData("孩子4岁，打疫苗")]
    [InlineData("困得不行")]
    [InlineData("孤独求败")]
    [InlineData("my son needs a vaccine")]
    public void Read_NothingOfTheKind_GivesNone(string text) => Assert.Empty(Desk.Read(text).Circumstances);

    [Fact]
    public void Take_DeniedLater_NoLongerHolds()
    {
        var before = Desk.Take(Conversation.New, "孩子是孤儿，在青岛").After;
        var after = Desk.Take(before, "说错了，不是孤儿").After;
        Assert.Contains("orphan", before.Profile.Children.SelectMany(child => child.Circumstances));
        Assert.DoesNotContain("orphan", after.Profile.Children.SelectMany(child => child.Circumstances));
        Assert.Contains("orphan", after.Profile.Children.SelectMany(child => child.Denied));
    }

    // A row restricted to a circumstance is never first unless the circumstance is theirs.
    [Theory]
    [InlineData("孩子4岁，在青岛")]
    [InlineData("青岛，孩子不是残疾，有什么补助")]
    [InlineData("在长春，孩子读小学，有什么能享受的")]
    [InlineData("菏泽 生活费补助")]
    [InlineData("my kid is 8, we live in Changchun, what help is there")]
    public void Take_NoCircumstance_PutsNoRestrictedRowFirst(string text)
    {
        var reply = Desk.Ask(text);
        if (reply.Matches.Count == 0) return;
        var first = OurSeeds.Item(reply.Matches[0].Id).Eligibility;
        Assert.True(first.Circumstances.Count == 0 || first.CircumstancesForPartOnly, reply.Matches[0].Id);
    }
}
