using CareCatalog.Dialogs.Recognition;

namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Rows pointed at by number, bodies, fields of the lists.</summary>
public class ReferenceTests
{
    [Theory]
    [InlineData("青岛第12项", 12)]
    [InlineData("青岛清单第25项", 25)]
    [InlineData("第十二项", 12)]
    [InlineData("第3条", 3)]
    [InlineData("长春 14", 14)]
    [InlineData("长春　１４号是谁负责", 14)]
    [InlineData("菏泽7项归哪个部门", 7)]
    [InlineData("第999项", 999)]
    [InlineData("row 7 of Qingdao", 7)]
    [InlineData("item 12 in Changchun", 12)]
    public void Read_NumberOfARow_IsThatNumber(string text, int number) => Assert.Equal([number], Assert.IsType<NumberReference>(Desk.Read(text).Reference).Numbers);

    [Theory]
    [InlineData("辽宁朝阳市清单 11和29 各归哪个局", 11, 29)]
    [InlineData("青岛清单3、5、7", 3, 5, 7)]
    [InlineData("rows 3, 5 and 7 of Qingdao", 3, 5, 7)]
    [InlineData("报个行号 青岛清单19 念全文", 19)]
    public void Read_SeveralNumbers_AreSeveralRows(string text, params int[] numbers) => Assert.Equal(numbers, Assert.IsType<NumberReference>(Desk.Read(text).Reference).Numbers);

    [Theory]
    [InlineData("我们住青岛 3号楼")]
    [InlineData("青岛5号线几点")]
    [InlineData("青岛3岁孩子")]
    [InlineData("青岛清单3岁孩子那条")]
    public void Read_OtherNumberBehindAPlace_IsNoRow(string text) => Assert.Null(Desk.Read(text).Reference);

    [Theory]
    [InlineData("370200-02", "370200-02")]
    [InlineData("看看370200-02这条", "370200-02")]
    [InlineData("371700-p04", "371700-p04")]
    [InlineData("３７０２００－０２", "370200-02")]
    public void Read_Id_IsThatId(string text, string id) => Assert.Equal(new IdReference(id), Desk.Read(text).Reference);

    [Theory]
    [InlineData("第二个", 2)]
    [InlineData("第一个详细说说", 1)]
    [InlineData("the second one", 2)]
    [InlineData("最后一个", int.MaxValue)]
    public void Read_PlaceInTheAnswer_IsThatPlace(string text, int position) => Assert.Equal(new ShownReference(position), Desk.Read(text).Reference);

    [Theory]
    [InlineData("孩子4岁")]
    [InlineData("第一次来青岛")]
    [InlineData("二胎")]
    [InlineData("1370200-021")]
    [InlineData("my second child is 3")]
    public void Read_NoReference_GivesNone(string text) => Assert.Null(Desk.Read(text).Reference);

    [Theory]
    [InlineData("教育局", "education")]
    [InlineData("教体局", "education")]
    [InlineData("卫健委", "health-commission")]
    [InlineData("市人社局", "human-resources")]
    [InlineData("残联", "disabled-federation")]
    [InlineData("妇联", "womens-federation")]
    [InlineData("民政局负责什么", "civil-affairs")]
    [InlineData("the education bureau", "education")]
    [InlineData("housing bureau", "housing")]
    public void Read_Department_IsItsBody(string text, string body) => Assert.Equal([body], Desk.Read(text).Bodies);

    [Theory]
    [InlineData("幼有所育", Domain.EarlyChildhood)]
    [InlineData("学有所教", Domain.Education)]
    [InlineData("病有所医有哪些", Domain.Health)]
    [InlineData("住有所居", Domain.Housing)]
    [InlineData("弱有所扶", Domain.Support)]
    [InlineData("發展保障", Domain.Development)]
    [InlineData("housing field", Domain.Housing)]
    public void Read_Field_IsThatDomain(string text, Domain domain) => Assert.Equal(domain, Desk.Read(text).Domain);

    [Fact]
    public void Read_NoBodyOrField_GivesNone()
    {
        var read = Desk.Read("孩子4岁要上学");
        Assert.Empty(read.Bodies);
        Assert.Null(read.Domain);
    }
}
