using CareCatalog.Testing;

namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>What steers the talk, and the language of the answer.</summary>
public class CommandTests
{
    [Theory]
    [InlineData("重新开始", "reset")]
    [InlineData("谢谢", "thanks")]
    [InlineData("再见", "goodbye")]
    [InlineData("你好", "greeting")]
    [InlineData("你是谁", "who-are-you")]
    [InlineData("转人工", "handoff")]
    [InlineData("删除我的信息", "delete-data")]
    [InlineData("还有吗", "more")]
    [InlineData("详细说说", "detail")]
    [InlineData("哪个部门", "department")]
    [InlineData("电话多少", "phone")]
    [InlineData("要什么材料", "materials")]
    [InlineData("哪份文件", "source")]
    [InlineData("不清楚", "unknown")]
    [InlineData("说英语", "speak-english")]
    [InlineData("hello", "greeting")]
    [InlineData("thanks", "thanks")]
    [InlineData("start over", "reset")]
    [InlineData("talk to a human", "handoff")]
    [InlineData("delete my data", "delete-data")]
    [InlineData("phone number", "phone")]
    [InlineData("which department", "department")]
    [InlineData("in Chinese please", "speak-chinese")]
    public void Read_Command_IsFound(string text, string command) => Assert.True(Desk.Read(text).Has(command));

    [Theory]
    [InlineData("孩子4岁", Language.Chinese)]
    [InlineData("my son 4 岁", Language.Chinese)]
    [InlineData("haizi zai qingdao shang xue", Language.Chinese)]
    [InlineData("ni hao", Language.Chinese)]
    [InlineData("123", Language.Chinese)]
    [InlineData("😀", Language.Chinese)]
    [InlineData("hello", Language.English)]
    [InlineData("where is the clinic", Language.English)]
    [InlineData("my child is in Qingdao", Language.English)]
    [InlineData("说英语", Language.English)]
    [InlineData("in Chinese please", Language.Chinese)]
    public void Read_Language_IsThatOfTheText(string text, Language language) => Assert.Equal(language, Desk.Read(text).Language);

    [Theory]
    [InlineData("Qingdao")]
    [InlineData("4")]
    [InlineData("ok")]
    public void Read_TextThatDoesNotTell_KeepsTheLanguageOfTheTalk(string text)
    {
        Assert.Equal(Language.English, Desk.Read(text, Desk.Take(Conversation.New, "my son is four and needs a vaccine").After).Language);
        Assert.Equal(Language.Chinese, Desk.Read("4", Desk.Take(Conversation.New, "孩子要打疫苗").After).Language);
    }

    [Fact]
    public void Take_LanguageAskedFor_OverridesTheText()
    {
        var turn = Desk.Assistant.Take(Conversation.New, new Question("孩子4岁，在青岛", null, Language.English), OurSeeds.Edition, Desk.Now);
        Assert.Equal("en", turn.Reply.Language);
    }
}
