using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareCatalog.Faults;

/// <summary>The real host as a process of its own, in a folder of its own, on one address through all its lives.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly StringBuilder log = new();
    private readonly bool ownsFolder;
    private Process? process;

    public HostUnderTest(string? folder = null)
    {
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("carecatalog-faults-").FullName;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public string Folder { get; }

    public Uri Address { get; }

    public string Database => Path.Combine(Folder, "data", "carecatalog.db");

    /// <summary>Settings as environment variables; read at each start.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["DirectLine__TokenKey"] = Convert.ToBase64String(new byte[32]),
        ["DOTNET_gcServer"] = "0",
        ["Logging__LogLevel__Default"] = "Warning",
        // Each of the few who talk here says in a second what people say in an hour; counted all the same.
        ["Limits__PerUser"] = "1000000",
        ["Limits__PerConversation"] = "1000000",
    };

    /// <summary>What it runs under, as <c>unshare -m</c>; nothing by default.</summary>
    public IReadOnlyList<string> Wrapper { get; init; } = [];

    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    public bool HasExited => process is null || process.HasExited;

    public int ProcessId => process!.Id;

    /// <summary>Resident memory, in MB.</summary>
    public double Megabytes
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Open files and sockets.</summary>
    public int Handles => Directory.GetFiles($"/proc/{process!.Id}/fd").Length;

    /// <summary>The processor time it has taken.</summary>
    public TimeSpan Work
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it and waits until it serves; returns how long that took.</summary>
    public async Task<TimeSpan> StartAsync()
    {
        var began = Stopwatch.StartNew();
        Launch();
        while (true)
        {
            if (process!.HasExited) throw new InvalidOperationException($"The host ended by itself: {Log[Math.Max(0, Log.Length - 2000)..]}");
            try
            {
                using var response = await Probe.GetAsync(new Uri(Address, "/healthz"));
                if (response.IsSuccessStatusCode) return began.Elapsed;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }
            await Task.Delay(20);
        }
    }

    /// <summary>Starts it without waiting.</summary>
    public void Launch()
    {
        var own = new[] { Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "CareCatalog.Faults.dll"), "host", "--Urls", Address.ToString() };
        // The apphost is the program itself; under dotnet the library is named.
        var command = Path.GetFileNameWithoutExtension(own[0]) == "dotnet" ? own : [own[0], .. own[2..]];
        var all = Wrapper.Concat(command).ToArray();
        var start = new ProcessStartInfo(all[0]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in all[1..]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits until it ends; returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process!.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasExited) await KillAsync();
        process?.Dispose();
        if (ownsFolder) Directory.Delete(Folder, true);
    }

    private void Note(object? sender, DataReceivedEventArgs line)
    {
        lock (log) log.AppendLine(line.Data);
    }
}
