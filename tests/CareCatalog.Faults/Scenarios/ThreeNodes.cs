using System.Diagnostics;
using CareCatalog.Testing;

namespace CareCatalog.Faults.Scenarios;

/// <summary>Three nodes behind nginx, on a PostgreSQL with a synchronous standby; all on the loopback.</summary>
internal sealed class ThreeNodes : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-nodes-").FullName;
    private readonly PostgresServer primary = PostgresServer.Start("synchronous_standby_names = 'standby'", "max_connections = 200");
    private readonly PostgresServer standby;
    private Process? nginx;

    private ThreeNodes()
    {
        standby = primary.StartStandby("standby");
        Address = new Uri($"http://127.0.0.1:{HostUnderTest.FreePort()}");
        Nodes = [.. Enumerable.Range(0, 3).Select(_ => new HostUnderTest(folder))];
        foreach (var node in Nodes)
        {
            node.Settings["Storage__Provider"] = "postgres";
            node.Settings["Storage__Postgres"] = $"Host=127.0.0.1:{primary.Port},127.0.0.1:{standby.Port};Username=postgres;Database=postgres";
        }
    }

    public IReadOnlyList<HostUnderTest> Nodes { get; }

    /// <summary>nginx.</summary>
    public Uri Address { get; }

    public static async Task<ThreeNodes> StartAsync()
    {
        var nodes = new ThreeNodes();
        foreach (var node in nodes.Nodes) await node.StartAsync();
        nodes.StartNginx();
        return nodes;
    }

    /// <summary>Starts them for whoever wants to look, until the input ends or the process is told to stop.</summary>
    public static async Task<int> ServeAsync()
    {
        var stopped = new TaskCompletionSource();
        Console.CancelKeyPress += (_, key) => { key.Cancel = true; stopped.TrySetResult(); };
        using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM, signal => { signal.Cancel = true; stopped.TrySetResult(); });
        await using var nodes = await StartAsync();
        Console.WriteLine($"nginx {nodes.Address}");
        foreach (var node in nodes.Nodes) Console.WriteLine($"node {node.Address} process {node.ProcessId}");
        Console.WriteLine($"PostgreSQL primary 127.0.0.1:{nodes.primary.Port}, standby 127.0.0.1:{nodes.standby.Port}\nCtrl+C ends them all.");
        await stopped.Task;
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (nginx is { HasExited: false })
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync();
        }
        foreach (var node in Nodes) await node.DisposeAsync();
        standby.Dispose();
        primary.Dispose();
        Directory.Delete(folder, true);
    }

    private void StartNginx()
    {
        var settings = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(settings, File.ReadAllText(Repository.At("docs", "deploy", "nginx.conf"))
            .Replace("FOLDER", folder, StringComparison.Ordinal).Replace("LISTEN", $"127.0.0.1:{Address.Port}", StringComparison.Ordinal)
            .Replace("# NODES", string.Join('\n', Nodes.Select(node => $"server 127.0.0.1:{node.Address.Port} max_fails=1 fail_timeout=2s;")), StringComparison.Ordinal));
        nginx = Process.Start(new ProcessStartInfo(File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx") { ArgumentList = { "-c", settings, "-e", Path.Combine(folder, "nginx.log"), "-g", "daemon off;" } })!;
    }
}
