using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CareCatalog.Testing;

/// <summary>
/// A PostgreSQL of its own, from the system's packages: on a free port of the loopback, in a temporary folder, durable as in
/// earnest. PostgreSQL refuses to run as root, so root runs it as the user the package made.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    /// <summary>What tests that need it ask for.</summary>
    public const string Tool = "/usr/lib/postgresql";

    private static readonly string Programs = Directory.Exists(Tool)
        ? Directory.GetDirectories(Tool).OrderByDescending(folder => int.Parse(Path.GetFileName(folder))).Select(folder => Path.Combine(folder, "bin")).First()
        : "";

    private PostgresServer(string folder)
    {
        Folder = folder;
        Port = FreePort();
    }

    /// <summary>Its folder, data and log.</summary>
    public string Folder { get; }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    private string Data => Path.Combine(Folder, "data");

    /// <summary>How a database is reached.</summary>
    public string ConnectionTo(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}";

    /// <summary>A new server, running.</summary>
    /// <param name="settings">Lines for postgresql.conf.</param>
    public static PostgresServer Start(params string[] settings)
    {
        var server = new PostgresServer(NewFolder());
        Run("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        server.Configure(["shared_buffers = 64MB", "max_connections = 120", .. settings]);
        server.Restart();
        return server;
    }

    /// <summary>A server that follows another, running; the other must have <c>wal_level = replica</c>, the default.</summary>
    /// <param name="name">Its name in the other's <c>synchronous_standby_names</c>.</param>
    public PostgresServer StartStandby(string name)
    {
        var standby = new PostgresServer(NewFolder());
        Run("pg_basebackup", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", "-D", standby.Data, "-X", "stream", "--checkpoint=fast", "--no-sync");
        standby.Configure(
        [
            $"primary_conninfo = 'host=127.0.0.1 port={Port} user=postgres application_name={name}'", "synchronous_standby_names = ''",
        ]);
        Run("touch", Path.Combine(standby.Data, "standby.signal"));
        standby.Restart();
        return standby;
    }

    /// <summary>Adds settings, which hold from the next start or reload on.</summary>
    public void Configure(params string[] settings) => Run(
        "sh", "-c", string.Join('\n', settings.Prepend($"port = {Port}").Prepend("listen_addresses = '127.0.0.1'").Prepend($"unix_socket_directories = '{Folder}'")
            .Select(line => $"echo \"{line}\" >> '{Data}/postgresql.conf'")));

    /// <summary>Reads the settings anew.</summary>
    public void Reload() => Run("pg_ctl", "reload", "-D", Data);

    /// <summary>Starts it where it has stopped.</summary>
    public void Restart() => Run("pg_ctl", "start", "-D", Data, "-l", Path.Combine(Folder, "log"), "-w", "-t", "240");

    /// <summary>Stops it: <c>fast</c>, or <c>immediate</c>, which is a crash.</summary>
    public void Stop(string mode = "fast") => Run("pg_ctl", "stop", "-D", Data, "-m", mode, "-w");

    /// <summary>Writes all of a database as SQL into a file of <see cref="Folder"/>.</summary>
    public string Dump(string database)
    {
        var file = Path.Combine(Folder, $"{database}.sql");
        Run("pg_dump", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", "-f", file, database);
        return file;
    }

    /// <summary>Makes a standby the primary.</summary>
    public void Promote() => Run("pg_ctl", "promote", "-D", Data, "-w");

    /// <summary>Ends it at once, as a power cut would: every process of it.</summary>
    public void Kill()
    {
        var id = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First().Trim();
        Run("sh", "-c", $"children=$(ps -o pid= --ppid {id}); kill -9 {id} $children 2>/dev/null; true");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("sh", "-c", $"'{Path.Combine(Programs, "pg_ctl")}' stop -D '{Data}' -m immediate -w >/dev/null 2>&1; rm -rf '{Folder}'");
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("carecatalog-pg-").FullName;
        if (Environment.IsPrivilegedProcess) Execute("chown", ["postgres", folder]);
        return folder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs, program) is var own && File.Exists(own) ? own : program;
        if (Environment.IsPrivilegedProcess) Execute("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Execute(path, arguments);
    }

    // The server outlives pg_ctl and would keep its pipes open, so what it writes goes to a file.
    private static void Execute(string program, IEnumerable<string> arguments)
    {
        var log = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("sh") { WorkingDirectory = "/" };
            foreach (var argument in new[] { "-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1 </dev/null", "sh", log, program }.Concat(arguments)) start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {File.ReadAllText(log)}");
        }
        finally
        {
            File.Delete(log);
        }
    }
}
