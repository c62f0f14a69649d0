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

    [Theory]
    [InlineData("370200-01", "莱西，女儿四年级，转学要啥条件", "那她弟弟，才九个月的呢")]
    [InlineData("220100-01", "Changchun. My son is 14, can he sit the senior high exam here?", "and his little sister, 5 months?")]
    [InlineData("371700-04", "菏泽，孩子4岁，上幼儿园", "打错了，是16岁")]
    public void Take_TopicOfAnotherChild_ShowsItsOwnRowAlone(string row, params string[] messages) =>
        Assert.Equal([row], Desk.Talk(messages)[^1].Matches.Select(match => match.Id));

    [Theory]
    [InlineData("青岛，孩子4岁，上幼儿园", "真的吗，别哄我")]
    [InlineData("青岛，孩子4岁，上幼儿园", "归教育局管吗")]
    [InlineData("Qingdao, my girl is 4, kindergarten place", "is that so? even without local hukou?")]
    [InlineData("Qingdao, my girl is 4, kindergarten place", "Whom should I speak to about that")]
    public void Take_DoubtOrOffice_IsAboutTheRowInSight(params string[] messages) => Assert.Equal("370200-02", Desk.Talk(messages)[^1].Matches[0].Id);

    [Fact]
    public void Take_PlaceAfterRowsSideBySide_PicksItsRow() =>
        Assert.Equal(["371700-12"], Desk.Talk("青岛和菏泽，孤儿每月的生活费哪边给", "菏泽那条归哪个部门")[^1].Matches.Select(match => match.Id));

    [Fact]
    public void Take_BareNumberAfterARow_IsOfTheSameList() => Assert.Equal("220100-14", Desk.Talk("长春第9项写的啥", "14项呢")[^1].Matches[0].Id);

    [Theory]
    [InlineData("我怕亲戚知道笑话，你们保密不")]
    [InlineData("别叫村里人晓得")]
    [InlineData("把我刚才聊的都清掉")]
    public void Take_SecrecyWanted_IsAboutTheData(string message) => Assert.Equal("privacy", Desk.Talk("青岛，孩子4岁，上幼儿园", message)[^1].Outcome);

    [Fact]
    public void Take_MonthlyAmount_IsNoChildOfOneMonth() =>
        Assert.Single(Desk.Take(Desk.Take(Conversation.New, "长春，孤儿，十岁").After, "一个月给多少钱").After.Profile.Children);

    [Fact]
    public void Take_StageSpokenOf_DoesNotMoveAChildOfKnownAge() =>
        Assert.Equal([Stage.Infancy], Desk.Take(Desk.Take(Conversation.New, "长春，孩子一岁两个月，托班").After, "那幼儿园呢").After.Profile.Children[0].Stages);

    [Fact]
    public void Take_BrotherOfAnOrphan_IsAnOrphan() =>
        Assert.Contains("orphan", Desk.Take(Desk.Take(Conversation.New, "菏泽，孤儿，九岁，每月给钱不").After, "他妹妹五岁，也在我家").After.Profile.Children[1].Circumstances);

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
