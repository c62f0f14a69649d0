using System.Net;
using CareCatalog.Channels;
using CareCatalog.Channels.BotFramework;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests.Tokens;

/// <summary>A host that trusts an issuer of ours, whose allowed hosts a name server of an attacker answers for.</summary>
public sealed class TrustingHost : IAsyncLifetime, IAsyncDisposable
{
    private static readonly string[] Allowed = ["rebinding.example", "metadata.example", "mapped.example", "169.254.169.254"];

    private WebApplicationFactory<Program> factory = null!;

    public TokenIssuer Issuer { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<TrustingHost> StartAsync()
    {
        var host = new TrustingHost();
        await host.InitializeAsync();
        return host;
    }

    /// <summary>Sends a reply as the courier would, without its patience.</summary>
    public Task<Delivery> SendAsync(string serviceUrl) => factory.Services.GetRequiredService<Connector>().SendAsync(
        new Activity { Type = "message", Text = "reply", ServiceUrl = serviceUrl, Conversation = new ConversationAccount { Id = "c" } }, null, CancellationToken.None);

    public async Task InitializeAsync()
    {
        Issuer = await TokenIssuer.StartAsync();
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development").UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]));
            host.UseSetting("Storage:Sqlite:Path", Path.Combine(Directory.CreateTempSubdirectory("carecatalog-").FullName, "t.db"));
            foreach (var (name, value) in Issuer.Settings) host.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
            for (var i = 0; i < Allowed.Length; i++) host.UseSetting($"BotFramework:AllowedServiceHosts:{i + 1}", Allowed[i]);
            host.ConfigureTestServices(services => services.AddSingleton<NameResolution>(ResolveAsync));
        });
        Client = factory.CreateClient();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await factory.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    // Whatever was judged before, the address is this machine's or its neighbour's when it counts.
    private static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation) => Task.FromResult<IPAddress[]>(host switch
    {
        "rebinding.example" => [IPAddress.Loopback],
        "metadata.example" => [IPAddress.Parse("169.254.169.254"), IPAddress.Parse("fe80::1"), IPAddress.Parse("10.0.0.1")],
        "mapped.example" => [IPAddress.Parse("::ffff:127.0.0.1"), IPAddress.Parse("64:ff9b::7f00:1"), IPAddress.Parse("2002:7f00:1::")],
        _ => throw new System.Net.Sockets.SocketException(11001),
    });
}
