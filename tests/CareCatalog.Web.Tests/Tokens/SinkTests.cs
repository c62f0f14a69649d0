using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CareCatalog.Channels.BotFramework;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests.Tokens;

/// <summary>Where replies go, and with them the bot's token: to allowed hosts at addresses of the open network, and nowhere else.</summary>
public sealed class SinkTests : IAsyncLifetime
{
    private const string Rebinding = "rebinding.example";

    private TokenIssuer issuer = null!;
    private Sink sink = null!;
    private WebApplicationFactory<Program> factory = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        issuer = await TokenIssuer.StartAsync();
        sink = await Sink.StartAsync();
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development").UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]));
            host.UseSetting("Storage:Sqlite:Path", Path.Combine(Directory.CreateTempSubdirectory("carecatalog-").FullName, "t.db"));
            foreach (var (name, value) in issuer.Settings) host.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
            host.UseSetting("BotFramework:AllowedServiceHosts:1", Rebinding);
            // Some of those a name server could be made to say.
            host.UseSetting("BotFramework:AllowedServiceHosts:2", "metadata.example");
            host.UseSetting("BotFramework:AllowedServiceHosts:3", "mapped.example");
            host.UseSetting("BotFramework:AllowedServiceHosts:4", "169.254.169.254");
            host.ConfigureTestServices(services => services.AddSingleton<NameResolution>(ResolveAsync));
        });
        client = factory.CreateClient();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await factory.DisposeAsync();
        await sink.DisposeAsync();
        await issuer.DisposeAsync();
    }

    // The name server of an attacker: whatever was judged before, the address is this machine's when it counts.
    private static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation) => Task.FromResult<IPAddress[]>(host switch
    {
        Rebinding => [IPAddress.Loopback],
        "metadata.example" => [IPAddress.Parse("169.254.169.254"), IPAddress.Parse("fe80::1"), IPAddress.Parse("10.0.0.1")],
        "mapped.example" => [IPAddress.Parse("::ffff:127.0.0.1"), IPAddress.Parse("64:ff9b::7f00:1"), IPAddress.Parse("2002:7f00:1::")],
        _ => throw new System.Net.Sockets.SocketException(11001),
    });

    private async Task<HttpStatusCode> PostAsync(string serviceUrl, string? app = null)
    {
        var question = Question.Activity(serviceUrl);
        question.Remove("deliveryMode");
        var claims = app is null ? TokenIssuer.Channel() : TokenIssuer.App(app);
        if (app is null) claims["serviceurl"] = serviceUrl;
        using var response = await Question.PostAsync(client, question, "Bearer " + issuer.Sign(claims));
        return response.StatusCode;
    }

    private string At(string host) => $"https://{host}:{new Uri(sink.Address).Port}/";

    [Fact]
    public async Task Reply_ToAnAllowedHost_CarriesTheBotsToken_AskedForOnce()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(sink.Address));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(sink.Address));
        Assert.Equal(["Bearer the bot's token", "Bearer the bot's token"], sink.Received.Select(received => received.Authorization));
        var asked = Assert.Single(issuer.Asked, path => path.StartsWith("/token", StringComparison.Ordinal));
        Assert.Contains("scope=https://api.botframework.com/.default", asked, StringComparison.Ordinal);
        Assert.Contains("client_secret=the+password", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_ToAParent_CarriesATokenForThatParent()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(sink.Address, TokenIssuer.Parent));
        Assert.Contains(issuer.Asked, path => path.Contains($"scope={TokenIssuer.Parent}/.default", StringComparison.Ordinal));
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
            var status = await PostAsync(serviceUrl, app);
            Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.BadGateway, $"{status}");
        }
        Assert.Empty(sink.Received);
    }

    [Theory]
    [InlineData(Rebinding)]
    [InlineData("metadata.example")]
    [InlineData("mapped.example")]
    [InlineData("169.254.169.254")]
    [InlineData("smba.trafficmanager.net")]
    public async Task Reply_ToAnAllowedNameAtAPrivateAddress_IsNeverConnected(string host)
    {
        Assert.Equal(HttpStatusCode.BadGateway, await PostAsync(At(host)));
        Assert.Equal(0, sink.Connections);
    }

    [Fact]
    public async Task Reply_RedirectedElsewhere_IsNotFollowed()
    {
        await using var elsewhere = await Sink.StartAsync();
        sink.Status = 307;
        sink.Location = elsewhere.Address;
        Assert.Equal(HttpStatusCode.BadGateway, await PostAsync(sink.Address));
        Assert.Single(sink.Received);
        Assert.Equal(0, elsewhere.Connections);
    }

    [Fact]
    public async Task Reply_ThatIsUnauthorized_MakesTheNextAskForANewToken()
    {
        sink.Status = 401;
        Assert.Equal(HttpStatusCode.BadGateway, await PostAsync(sink.Address));
        sink.Status = 200;
        Assert.Equal(HttpStatusCode.OK, await PostAsync(sink.Address));
        Assert.Equal(2, issuer.Asked.Count(path => path.StartsWith("/token", StringComparison.Ordinal)));
    }
}
