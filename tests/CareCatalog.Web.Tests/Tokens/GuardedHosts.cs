namespace CareCatalog.Web.Tests.Tokens;

/// <summary>Hosts that trust one issuer of ours: in the public cloud and in the government's.</summary>
public sealed class GuardedHosts : IAsyncLifetime
{
    public TokenIssuer Issuer { get; private set; } = null!;

    public RunningHost Public { get; } = new();

    public RunningHost Government { get; } = new();

    public async Task InitializeAsync()
    {
        Issuer = await TokenIssuer.StartAsync();
        Government.Settings["BotFramework__Cloud"] = "UsGovernment";
        foreach (var host in new[] { Public, Government })
        {
            host.Settings.Remove("Clock__Now");
            foreach (var (name, value) in Issuer.Settings) host.Settings[name] = value;
        }
        await Task.WhenAll(Public.InitializeAsync(), Government.InitializeAsync());
    }

    public async Task DisposeAsync()
    {
        await Public.DisposeAsync();
        await Government.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
