namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Several children are kept apart.</summary>
public class ChildrenTests
{
    [Theory]
    [InlineData("老大8岁，老二3岁", "Elder 96-107; Younger 36-47")]
    [InlineData("老大五岁老二三岁", "Elder 60-71; Younger 36-47")]
    [InlineData("老二八个月", "Younger 8-8")]
    [InlineData("老三四岁", "Third 48-59")]
    [InlineData("两个孩子，一个5岁一个12岁", "Younger 60-71; Elder 144-155")]
    [InlineData("三个娃，9岁、6岁、2岁", "108-119; 72-83; 24-35")]
    [InlineData("大的上初一，小的3岁", "Elder 146-169; Younger 36-47")]
    [InlineData("the older one is 12, the younger is 4", "Elder 144-155; Younger 48-59")]
    [InlineData("my 4-year-old daughter", "48-59")]
    [InlineData("my kids are 5 and 12, just moved to Qingdao", "Younger 60-71; Elder 144-155")]
    [InlineData("two children, they are 3 and 5 years old", "Younger 36-47; Elder 60-71")]
    [InlineData("kids aged 4, 9 and 15", "48-59; 108-119; 180-191")]
    [InlineData("Our three kids 2, 7, 16（高一）, all of them", "24-35; 84-95; 192-203")]
    [InlineData("俩娃，5岁和12", "Younger 60-71; Elder 144-155")]
    [InlineData("俩娃3、5岁", "Younger 36-47; Elder 60-71")]
    [InlineData("my son is 4, 2 rooms wanted", "48-59")]
    [InlineData("孩子4岁，2楼没有电梯", "48-59")]
    [InlineData("I am pregnant, due in March", "0-0")]
    public void Read_Children_AreKeptApart(string text, string expected) => Assert.Equal(expected, Child.AllOf(text));

    [Theory]
    [InlineData("孩子4岁，上中班")]
    [InlineData("女儿7岁，小学一年级")]
    [InlineData("孩子2020年9月1日生，6岁")]
    [InlineData("my son is 7, in 2nd grade")]
    public void Read_AgeAndGradeOfOne_AreOneChild(string text) => Assert.Single(Desk.Read(text).Children);

    [Fact]
    public void Take_SecondChildNamedLater_IsAddedBesideTheFirst()
    {
        var after = Desk.Take(Desk.Take(Conversation.New, "孩子4岁，在青岛").After, "老二刚满月").After.Profile;
        Assert.Equal(2, after.Children.Count);
        Assert.Equal([1], after.Focus);
        Assert.Equal(48, after.Children[0].FromMonths);
    }

    [Fact]
    public void Take_AgeCorrected_ReplacesIt()
    {
        var after = Desk.Take(Desk.Take(Conversation.New, "孩子4岁，在青岛").After, "说错了，是6岁半").After.Profile;
        Assert.InRange(Assert.Single(after.Children).FromMonths!.Value, 72, 82);
    }
}
