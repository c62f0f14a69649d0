using System.Diagnostics;
using System.Text;

namespace CareCatalog.Web.Tests;

/// <summary>The real host as a process of its own, on a free port, in an empty folder.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private readonly StringBuilder log = new();
    private TaskCompletionSource<Uri> listening = new();
    private Process process = null!;

    /// <summary>The working directory, in which the host keeps its data.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("carecatalog-").FullName;

    /// <summary>Settings beyond the defaults, as environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Clock__Now"] = "2026-11-22",
        // Tests say in a second what people say in an hour.
        ["Limits__PerUser"] = "0",
        ["Limits__PerConversation"] = "0",
    };

    /// <summary>A client at the host's address.</summary>
    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public Uri Address => Client.BaseAddress!;

    /// <summary>Resident memory in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>The processor time the host has taken.</summary>
    public double ProcessorSeconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>What the host has written to its log.</summary>
    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    public async Task InitializeAsync()
    {
        listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process = Start();
        var address = await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Client.BaseAddress ??= address;
    }

    /// <summary>Starts without waiting; for hosts that are to refuse.</summary>
    public async Task<int> RunToItsEndAsync()
    {
        process = Start();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Ends the host at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async Task DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        Client.Dispose();
        Directory.Delete(Folder, true);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "CareCatalog.Web.dll"), "--Urls", Client.BaseAddress?.ToString() ?? "http://127.0.0.1:0" },
        };
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => Note(line.Data);
        started.ErrorDataReceived += (_, line) => Note(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Note(string? line)
    {
        const string Cue = "Now listening on: ";
        if (line is null) return;
        lock (log) log.AppendLine(line);
        if (line.IndexOf(Cue, StringComparison.Ordinal) is >= 0 and var at) listening.TrySetResult(new Uri(line[(at + Cue.Length)..]));
    }
}
