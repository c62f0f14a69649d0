namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Places: every county of the country, residence told from home place, ambiguous names asked about.</summary>
public class PlaceTests
{
    [Theory]
    [InlineData("青岛", "370200")]
    [InlineData("李沧区", "370213")]
    [InlineData("住在Licang", "370213")]
    [InlineData("we live in Licang", "370213")]
    [InlineData("黄岛", "370211")]
    [InlineData("西海岸新区", "370211")]
    [InlineData("我们住市北", "370203")]
    [InlineData("即墨", "370215")]
    [InlineData("曹县", "371721")]
    [InlineData("单县的孩子", "371722")]
    [InlineData("牡丹区", "371702")]
    [InlineData("榆树市", "220182")]
    [InlineData("南关", "220102")]
    [InlineData("凌源", "211382")]
    [InlineData("喀左", "211324")]
    [InlineData("建平县", "211322")]
    [InlineData("在上海", "310000")]
    [InlineData("在深圳宝安", "440306")]
    [InlineData("成都武侯区", "510107")]
    [InlineData("三亚", "460200")]
    [InlineData("qingdao", "370200")]
    [InlineData("haizi zai qingdao", "370200")]
    [InlineData("我們在青島", "370200")]
    [InlineData("ＱＩＮＧＤＡＯ", "370200")]
    public void Read_Name_IsTheResidence(string text, string code) => Assert.Equal(code, Desk.Read(text).Places.Residence?.Code.Value);

    [Theory]
    [InlineData("我这种云南户口在黄岛能不能建档", "370211")]
    [InlineData("人在青岛户口在菏泽，孩子六岁", "370200")]
    [InlineData("想从老家转平度来念公办", "370283")]
    [InlineData("双阳，四平神经医院确诊的，现在家里养着", "220112")]
    [InlineData("农安的，户口搁通化", "220122")]
    [InlineData("现在上高一，凌源", "211382")]
    [InlineData("hezede laoshi", "371700")]
    public void Read_NameBesideAnother_IsWhereTheyLive(string text, string code) => Assert.Equal(code, Desk.Read(text).Places.Residence?.Code.Value);

    [Theory]
    [InlineData("在平渡家里吃药", "370283")]
    [InlineData("住里沧，孩子上小学", "370213")]
    [InlineData("刚来常春，孩子两岁", "220100")]
    public void Read_NameMisheard_IsThePlaceThatSoundsSo(string text, string code) => Assert.Equal(code, Desk.Read(text).Places.Residence?.Code.Value);

    [Theory]
    [InlineData("在寂寞的时候想找人说话")]
    [InlineData("在语数外上落后很多")]
    [InlineData("朝阳沟是哪个剧种")]
    [InlineData("hezekiah")]
    public void Read_WordThatSoundsLikeAPlace_IsNone(string text) => Assert.Null(Desk.Read(text).Places.Residence);

    [Theory]
    [InlineData("我们在朝阳")]
    [InlineData("朝阳怎么上学")]
    [InlineData("I live in Chaoyang")]
    public void Read_Chaoyang_StaysAmbiguous(string text)
    {
        var places = Desk.Read(text).Places;
        Assert.Null(places.Residence);
        Assert.Superset(new HashSet<string> { "211300", "220104" }, places.Choices.Select(place => place.Code.Value).ToHashSet());
    }

    [Theory]
    [InlineData("长春朝阳区", "220104")]
    [InlineData("长春市朝阳区怎么上学", "220104")]
    [InlineData("Chaoyang District, Changchun", "220104")]
    [InlineData("辽宁朝阳", "211300")]
    [InlineData("辽宁省朝阳市", "211300")]
    [InlineData("朝阳市双塔区", "211302")]
    [InlineData("朝阳县", "211321")]
    [InlineData("北京朝阳区", "110105")]
    public void Read_ChaoyangWithMore_IsOne(string text, string code) => Assert.Equal(code, Desk.Read(text).Places.Residence?.Code.Value);

    [Theory]
    [InlineData("220100", "220104")]
    [InlineData("211300", "211300")]
    [InlineData("110000", "110105")]
    public void Read_ChaoyangInContext_IsTheOneThere(string context, string code) =>
        Assert.Equal(code, Desk.Read("我们在朝阳", context).Places.Residence?.Code.Value);

    [Theory]
    [InlineData("户口在菏泽，人在青岛", "370200", "371700")]
    [InlineData("人在长春，户口在曹县", "220100", "371721")]
    [InlineData("老家曹县，现在在黄岛", "370211", "371721")]
    [InlineData("从长春搬到青岛", "370200", "220100")]
    [InlineData("刚从菏泽来青岛", "370200", "371700")]
    [InlineData("孩子在老家菏泽，我在青岛打工", "370200", "371700")]
    [InlineData("from Heze to Qingdao", "370200", "371700")]
    [InlineData("we moved from Heze to Qingdao", "370200", "371700")]
    [InlineData("my hukou is in Heze, we live in Changchun", "220100", "371700")]
    public void Read_HomeAndResidence_AreToldApart(string text, string residence, string home)
    {
        var places = Desk.Read(text).Places;
        Assert.Equal((residence, home), (places.Residence?.Code.Value, places.Home?.Code.Value));
    }

    [Theory]
    [InlineData("青岛搬到长春了", "220100")]
    [InlineData("不在青岛了，现在长春", "220100")]
    [InlineData("不是青岛，是菏泽", "371700")]
    [InlineData("户口外地的，住长春", "220100")]
    public void Read_PlaceLeftOrDenied_GivesWayToTheOther(string text, string code) => Assert.Equal(code, Desk.Read(text).Places.Residence?.Code.Value);

    [Theory]
    [InlineData("爸妈都去大连了，娃跟我，朝阳县", "211321")]
    [InlineData("建平有人管吗，孩子父母在沈阳干活", "211322")]
    [InlineData("我和娃在武汉，奶奶留在曹县", "420100")]
    [InlineData("证落在安徽了，城阳怎么办", "370214")]
    [InlineData("老要回六安去，在青岛", "370200")]
    [InlineData("户口没在长春，该找谁", "220100")]
    [InlineData("外地户口的收不收胶州这边", "370281")]
    [InlineData("爸妈在青岛打工", "370200")]
    public void Read_WhereOthersAreOrThingsLie_GivesWayToTheResidence(string text, string code) => Assert.Equal(code, Desk.Read(text).Places.Residence?.Code.Value);

    [Theory]
    [InlineData("孩子4岁")]
    [InlineData("新区")]
    [InlineData("和平相处")]
    [InlineData("城市生活")]
    [InlineData("where is the clinic")]
    [InlineData("a friend in need")]
    public void Read_NoPlace_GivesNone(string text)
    {
        var places = Desk.Read(text).Places;
        Assert.Null(places.Residence);
        Assert.Empty(places.Choices);
    }

    [Fact]
    public void Read_TwoPlacesToCompare_AreBothNamed() => Assert.Equal(
        ["370200", "220100"], Desk.Read("青岛和长春中考有什么不同").Places.Named.Select(place => place.Code.Value));

    [Fact]
    public void Take_CityKnownDistrictNamedLater_IsThatDistrict() =>
        Assert.Equal("220104", Desk.Take(Desk.Take(Conversation.New, "我在长春").After, "朝阳区").After.Profile.Residence?.Value);

    [Fact]
    public void Take_ChoiceAnsweredByProvince_IsTheOneThere() =>
        Assert.Equal("211300", Desk.Take(Desk.Take(Conversation.New, "我们在朝阳，孩子上小学").After, "辽宁的").After.Profile.Residence?.Value);
}
