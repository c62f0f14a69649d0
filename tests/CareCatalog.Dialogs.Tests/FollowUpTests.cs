namespace CareCatalog.Dialogs.Tests;

/// <summary>What a later turn is about: the row shown, one shown earlier, another child, or nothing of ours.</summary>
public class FollowUpTests
{
    [Theory]
    [InlineData("370200-02", "青岛，孩子4岁，上幼儿园", "出自哪")]
    [InlineData("370200-02", "青岛，孩子4岁，上幼儿园", "归哪几家管")]
    [InlineData("370200-12", "孩子残疾，想做康复，人在黄岛", "有证，肢体三级")]
    [InlineData("371700-03", "娃上小学要啥条件", "刚到菏泽", "学费要交吗")]
    [InlineData("370200-03", "孩子8岁，我们在苏州", "上学找谁", "苏州的清单什么时候有", "那青岛呢")]
    public void Take_FewWords_AreAboutWhatWasShown(string row, params string[] messages) => Assert.Equal(row, Desk.Talk(messages)[^1].Matches[0].Id);

    [Fact]
    public void Take_FewWordsOfAnotherWorld_AreNotAboutWhatWasShown() =>
        Assert.Empty(Desk.Talk("长春，孩子残疾，康复找谁", "帮我炒股票")[^1].Matches);

    [Fact]
    public void Take_WhatElseAfterOneInDetail_ShowsNothingAgain()
    {
        var replies = Desk.Talk("青岛，低保家庭，孩子4岁", "第二个详细说说", "还有吗");
        var before = replies[0].Matches.Concat(replies[1].Matches).Select(match => match.Id);
        Assert.Empty(replies[2].Matches.Select(match => match.Id).Intersect(before));
    }

    [Fact]
    public void Take_SecondAfterTheFirst_IsOfTheSameList()
    {
        var replies = Desk.Talk("青岛，低保家庭，孩子4岁", "第二个详细说说", "第三个呢");
        Assert.Equal(replies[0].Matches[2].Id, replies[2].Matches[0].Id);
    }

    [Fact]
    public void Take_SecondOfRowsThatCameOneByOne_IsTheSecondThatCame()
    {
        var replies = Desk.Talk("菏泽 租房补贴", "幼儿园呢，孩子4岁", "第二个详细说说");
        Assert.Equal(replies[1].Matches[0].Id, replies[2].Matches[0].Id);
    }

    [Fact]
    public void Take_BackToWhatWasSaid_ShowsTheEarlierRow() =>
        Assert.Equal("220100-05", Desk.Talk("长春，孩子读中专，学费免不免", "公租房谁管", "刚才中专那个，怎么个申请法")[^1].Matches[0].Id);

    [Fact]
    public void Take_AgesFarApart_AreTwoChildren()
    {
        var replies = Desk.Talk("菏泽，孩子16岁，读职高", "小外甥四岁，进公办园找谁", "大的学费咋免");
        Assert.Equal("371700-05", replies[2].Matches[0].Id);
        Assert.DoesNotContain(replies[2].Matches, match => match.Id == "371700-02");
    }

    [Fact]
    public void Take_CorrectedAge_IsTheSameChild() =>
        Assert.Single(Desk.Take(Desk.Take(Conversation.New, "长春，孩子16岁").After, "说错了，是6岁").After.Profile.Children);

    [Theory]
    [InlineData("附近有托班吗")]
    [InlineData("三岁以下有什么")]
    public void Take_ClassThatHoldsTheAge_LeavesTheAge(string message)
    {
        var child = Desk.Take(Desk.Take(Conversation.New, "孩子两岁半，在青岛").After, message).After.Profile.Children[0];
        Assert.Equal((28, 32), (child.FromMonths, child.ToMonths));
    }

    [Fact]
    public void Take_AgeButton_LeavesTheNeed() =>
        Assert.Contains("预防接种", Desk.Talk("打疫苗", "青岛市", "3岁以下")[^1].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("北票农村小学有没有免费午餐", "那双塔区呢")]
    [InlineData("那双塔区有营养餐吗")]
    public void Take_RowOfOtherCounties_SaysForWhich(params string[] messages)
    {
        var reply = Desk.Talk(messages)[^1];
        Assert.Contains("北票市", reply.Text, StringComparison.Ordinal);
        Assert.Contains("不包括双塔区", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12356是什么", "12356")]
    [InlineData("12338", "12338")]
    [InlineData("what is 12355", "12355")]
    public void Take_PublicLine_SaysWhatItIsFor(string message, string number)
    {
        var reply = Desk.Ask(message);
        Assert.Equal("definition", reply.Outcome);
        Assert.Equal([number], reply.Hotlines);
        Assert.Empty(reply.Matches);
    }

    [Fact]
    public void Take_TurnAfterADanger_KeepsTheNumbersInSight() =>
        Assert.Contains("12356", Desk.Talk("我觉得活着没意思，不如死了算了", "孩子4岁，在长春，上幼儿园")[^1].Text, StringComparison.Ordinal);

    [Fact]
    public void Take_TopicOfAnotherWorld_DoesNotMoveTheFamily() =>
        Assert.Equal("371700", Desk.Take(Desk.Take(Conversation.New, "Heze. My son is 8, school place").After, "book me two train seats to Jinan for Friday").After.Profile.Residence?.Value);

    [Fact]
    public void Take_SaidThatItIsTooLong_SaysTheSummaryAndWhomToContact()
    {
        var reply = Desk.Talk("青岛，孩子4岁，上幼儿园", "说简单点")[^1];
        Assert.Equal(["lead", "contact", "source"], reply.Parts.Select(part => part.Kind));
    }

    [Fact]
    public void Take_PlanAndABody_ShowsWhatThePlanAsksOfIt()
    {
        var reply = Desk.Ask("菏泽的方案里民政局要做什么");
        Assert.Empty(reply.Matches);
        Assert.NotEmpty(reply.Passages);
    }

    [Fact]
    public void Take_TwoCities_AreHeadedByTheirNamesInTheSameForm()
    {
        var leads = Desk.Ask("青岛和长春的孤儿补助有什么不同").Parts.Where(part => part.Kind == "also").Select(part => part.Text[..3]);
        Assert.Equal(["青岛市", "长春市"], leads);
    }
}
