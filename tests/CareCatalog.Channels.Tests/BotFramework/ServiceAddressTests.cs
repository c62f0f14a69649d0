using CareCatalog.Channels.BotFramework;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;

namespace CareCatalog.Channels.Tests.BotFramework;

public sealed class ServiceAddressTests
{
    private static Refusal? Judge(string? url, string environment)
    {
        var options = new BotFrameworkOptions();
        options.AllowedServiceHosts.Add("smba.trafficmanager.net");
        var host = Mock.Of<IHostEnvironment>(its => its.EnvironmentName == environment);
        return new ServiceAddress(Options.Create(options), host).Judge(url);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/cn", true, true)]
    [InlineData("https://SMBA.trafficmanager.net/", true, true)]
    [InlineData("http://smba.trafficmanager.net/", false, false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false, false)]
    [InlineData("https://evil.example/smba.trafficmanager.net", false, false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false, false)]
    [InlineData("https://user@smba.trafficmanager.net/", false, false)]
    [InlineData("http://127.0.0.1:3978", true, false)]
    [InlineData("http://localhost:3978", true, false)]
    [InlineData("http://[::1]:3978", true, false)]
    [InlineData("http://169.254.169.254/latest", false, false)]
    [InlineData("http://10.0.0.1/", false, false)]
    [InlineData("http://[::ffff:169.254.169.254]/", false, false)]
    [InlineData("ftp://127.0.0.1/", false, false)]
    [InlineData("file:///etc/passwd", false, false)]
    [InlineData("//evil.example", false, false)]
    [InlineData("/relative", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void Judge_Address_IsLetThroughOrNot(string? url, bool inDevelopment, bool inProduction)
    {
        Assert.Equal(inDevelopment, Judge(url, "Development") is null);
        Assert.Equal(inProduction, Judge(url, "Production") is null);
    }
}
