namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Danger and its look-alikes.</summary>
public class DangerTests
{
    [Theory]
    [InlineData("邻居家天天打小孩，孩子哭得很惨", "violence")]
    [InlineData("孩子爸喝醉了又打他", "violence")]
    [InlineData("我不想活了", "self-harm")]
    [InlineData("孩子说想跳楼", "self-harm")]
    [InlineData("孩子走丢了", "missing")]
    [InlineData("孩子喝了农药", "poisoning")]
    [InlineData("被性侵", "sexual-abuse")]
    [InlineData("my husband beats our child", "violence")]
    [InlineData("I want to die", "self-harm")]
    [InlineData("my child is missing", "missing")]
    [InlineData("he swallowed poison", "poisoning")]
    [InlineData("my son was molested", "sexual-abuse")]
    public void Read_Danger_IsSeen(string text, string kind) => Assert.Contains(kind, Desk.Read(text).Dangers);

    [Theory]
    [InlineData("累死了")]
    [InlineData("热死了")]
    [InlineData("笑死我了")]
    [InlineData("跳楼机在哪")]
    [InlineData("跳楼价")]
    [InlineData("打针")]
    [InlineData("打疫苗疼死了")]
    [InlineData("孩子丢三落四")]
    [InlineData("找不到工作")]
    [InlineData("找不到幼儿园")]
    [InlineData("预防自杀的课")]
    [InlineData("反家暴讲座")]
    [InlineData("I'm dying of heat")]
    [InlineData("drop dead gorgeous")]
    public void Read_LookAlike_IsNoDanger(string text) => Assert.Empty(Desk.Read(text).Dangers);

    [Theory]
    [InlineData("我不想活了", "12356")]
    [InlineData("孩子走丢了", "110")]
    [InlineData("孩子喝了农药", "120")]
    [InlineData("I want to die", "12356")]
    public void Take_Danger_ShowsItsNumbersFirst(string text, string number)
    {
        var reply = Desk.Ask(text);
        Assert.Equal("crisis", reply.Outcome);
        Assert.Contains(number, reply.Hotlines);
        Assert.Contains(number, reply.Text[..Math.Min(reply.Text.Length, 400)], StringComparison.Ordinal);
    }

    [Fact]
    public void Take_DangerAndANeed_AnswersBothDangerFirst()
    {
        var reply = Desk.Ask("他爸天天打孩子，我带娃跑到青岛了，孩子要上小学");
        Assert.Equal("crisis", reply.Outcome);
        Assert.Contains("370200-03", reply.Matches.Select(match => match.Id));
        Assert.True(reply.Text.IndexOf("110", StringComparison.Ordinal) < reply.Text.IndexOf("市教育局", StringComparison.Ordinal));
    }

    [Fact]
    public void Take_Danger_NotifiesNobodyAndPromisesNothing()
    {
        var reply = Desk.Ask("我不想活了");
        Assert.Empty(reply.Buttons);
        Assert.DoesNotContain("已通知", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已报警", reply.Text, StringComparison.Ordinal);
    }
}
