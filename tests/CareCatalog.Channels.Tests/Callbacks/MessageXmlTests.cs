using CareCatalog.Channels.Callbacks;

namespace CareCatalog.Channels.Tests.Callbacks;

public sealed class MessageXmlTests
{
    [Theory]
    [InlineData("<xml><A>1</A><B><![CDATA[青岛 <b>]]></B></xml>", "A=1;B=青岛 <b>")]
    [InlineData("<?xml version=\"1.0\"?><!-- c --><xml> <A>a&lt;b&#x4e00;</A> </xml>", "A=a<b一")]
    [InlineData("<xml><A/><B></B></xml>", "A=;B=")]
    [InlineData("<xml><A>x<C>deep</C>y</A><B>b</B></xml>", "A=xy;B=b")]
    [InlineData("<xml/>", "")]
    public void Read_Fields_AreAsWritten(string xml, string fields) =>
        Assert.Equal(fields, string.Join(';', MessageXml.Read(xml)!.Select(field => $"{field.Key}={field.Value}")));

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<xml>")]
    [InlineData("<xml></xml><xml></xml>")]
    [InlineData("<html><A>1</A></html>")]
    [InlineData("<xml>text</xml>")]
    [InlineData("<xml><A>1</A><A>2</A></xml>")]
    [InlineData("<xml><A>&e;</A></xml>")]
    [InlineData("<!DOCTYPE xml><xml><A>1</A></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY e \"boom\">]><xml><A>&e;</A></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><A>&e;</A></xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"http://127.0.0.1/x.dtd\"><xml/>")]
    [InlineData("<xml><A>\0</A></xml>")]
    [InlineData("<xml><A>&#0;</A></xml>")]
    [InlineData("<xml><A b=1></A></xml>")]
    public void Read_AnythingElse_IsNull(string xml) => Assert.Null(MessageXml.Read(xml));

    [Fact]
    public void Read_TooManyFields_IsNull() =>
        Assert.Null(MessageXml.Read($"<xml>{string.Concat(Enumerable.Range(0, 65).Select(i => $"<A{i}/>"))}</xml>"));

    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        const string Text = "青岛 ]]> <b>&amp;\n12";
        var fields = MessageXml.Read(MessageXml.Write(("Text", Text), ("Time", "1700000000")))!;
        Assert.Equal(Text, fields["Text"]);
        Assert.Equal("1700000000", fields["Time"]);
    }
}
