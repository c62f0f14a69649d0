using CareCatalog.Channels;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests.Callbacks;

/// <summary>A host with both accounts and the platforms' interfaces, for all tests of a class; others with settings of their own.</summary>
public sealed class CallbackHost : IAsyncLifetime
{
    private readonly List<WebApplicationFactory<Program>> hosts = [];
    private int turns;

    public Platform Platform { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>How many turns have been taken on any of the hosts.</summary>
    public int Turns => turns;

    /// <summary>Where the shared host keeps its store.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("carecatalog-").FullName;

    public async Task InitializeAsync()
    {
        Platform = await Platform.StartAsync();
        Client = NewHost(null, ("Storage:Sqlite:Path", Path.Combine(Folder, "t.db")));
    }

    public async Task DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        await Platform.DisposeAsync();
    }

    /// <summary>Ends the host made last.</summary>
    public async Task EndLastAsync()
    {
        await hosts[^1].DisposeAsync();
        hosts.RemoveAt(hosts.Count - 1);
    }

    /// <summary>A host of its own.</summary>
    public HttpClient NewHost(Action<IServiceCollection>? services = null, params (string Name, string Value)[] settings)
    {
        var made = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development").UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]));
            host.UseSetting("Storage:Sqlite:Path", Path.Combine(Directory.CreateTempSubdirectory("carecatalog-").FullName, "t.db"));
            foreach (var (name, value) in Account.Settings(Platform.Address).Concat(settings)) host.UseSetting(name, value);
            host.ConfigureTestServices(services ?? (_ => { }));
        });
        hosts.Add(made);
        made.Services.GetRequiredService<Reception>().Answered += (_, _) => Interlocked.Increment(ref turns);
        return made.CreateClient();
    }
}
