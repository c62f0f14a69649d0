using System.Net;
using CareCatalog.Channels;

namespace CareCatalog.Web.Tests.Tokens;

/// <summary>Where replies go, and with them the bot's token: to allowed hosts at addresses of the open network, and nowhere else.</summary>
public sealed class SinkTests(TrustingHost host) : IClassFixture<TrustingHost>, IAsyncLifetime
{
    private Sink sink = null!;

    public async Task InitializeAsync()
    {
        sink = await Sink.StartAsync();
        host.Issuer.Asked.Clear();
    }

    public async Task DisposeAsync() => await sink.DisposeAsync();

    private Task<HttpStatusCode> PostAsync(string serviceUrl, string? app = null) => PostAsync(host, serviceUrl, app);

    private static async Task<HttpStatusCode> PostAsync(TrustingHost host, string serviceUrl, string? app = null)
    {
        var question = Question.Activity(serviceUrl);
        question.Remove("deliveryMode");
        var claims = app is null ? TokenIssuer.Channel() : TokenIssuer.App(app);
        if (app is null) claims["serviceurl"] = serviceUrl;
        using var response = await Question.PostAsync(host.Client, question, "Bearer " + host.Issuer.Sign(claims));
        return response.StatusCode;
    }

    private string At(string host) => $"https://{host}:{new Uri(sink.Address).Port}/";

    [Fact]
    public async Task Reply_ToAnAllowedHost_CarriesTheBotsToken_AskedForOnce()
    {
        await using var fresh = await TrustingHost.StartAsync();
        var issuer = fresh.Issuer;
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(fresh, sink.Address));
            Assert.Equal("Bearer the bot's token", (await sink.NextAsync()).Authorization);
        }
        var asked = Assert.Single(issuer.Asked, path => path.StartsWith("/token", StringComparison.Ordinal));
        Assert.Contains("scope=https://api.botframework.com/.default", asked, StringComparison.Ordinal);
        Assert.Contains("client_secret=the+password", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_ToAParent_CarriesATokenForThatParent()
    {
        await using var fresh = await TrustingHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(fresh, sink.Address, TokenIssuer.Parent));
        await sink.NextAsync();
        Assert.Contains(fresh.Issuer.Asked, path => path.Contains($"scope={TokenIssuer.Parent}/.default", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://[::ffff:127.0.0.1]:8443/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://127.1.evil.example/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task Reply_ToAnyOtherHost_IsRefusedOnEveryWay_BeforeAnythingIsSent(string serviceUrl)
    {
        // In Development this machine's own loopback is a channel like others; it is the sink that must not be reached.
        foreach (var app in new[] { null, TokenIssuer.Bot, TokenIssuer.Parent })
        {
            // What passes at the door, because Development's own loopback is allowed there, is refused when it would leave.
            var status = await PostAsync(serviceUrl, app);
            Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.OK, $"{status}");
            Assert.NotEqual(Delivery.Taken, await host.SendAsync(serviceUrl));
        }
        Assert.Empty(sink.Received);
    }

    [Theory]
    [InlineData("rebinding.example")]
    [InlineData("metadata.example")]
    [InlineData("mapped.example")]
    [InlineData("169.254.169.254")]
    [InlineData("smba.trafficmanager.net")]
    public async Task Reply_ToAnAllowedNameAtAPrivateAddress_IsNeverConnected(string name)
    {
        Assert.NotEqual(Delivery.Taken, await host.SendAsync(At(name)));
        Assert.Equal(0, sink.Connections);
    }

    [Fact]
    public async Task Reply_RedirectedElsewhere_IsNotFollowed()
    {
        await using var elsewhere = await Sink.StartAsync();
        sink.Status = 307;
        sink.Location = elsewhere.Address;
        Assert.Equal(Delivery.Refused, await host.SendAsync(sink.Address));
        Assert.Single(sink.Received);
        Assert.Equal(0, elsewhere.Connections);
    }

    [Fact]
    public async Task Reply_ThatIsUnauthorized_MakesTheNextAskForANewToken()
    {
        await using var fresh = await TrustingHost.StartAsync();
        sink.Status = 401;
        Assert.Equal(Delivery.Unreachable, await fresh.SendAsync(sink.Address));
        sink.Status = 200;
        Assert.Equal(Delivery.Taken, await fresh.SendAsync(sink.Address));
        Assert.Equal(2, fresh.Issuer.Asked.Count(path => path.StartsWith("/token", StringComparison.Ordinal)));
    }
}
