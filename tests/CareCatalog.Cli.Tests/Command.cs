using System.Diagnostics;
using System.Text;
using CareCatalog.Testing;

namespace CareCatalog.Cli.Tests;

/// <summary>The program as it is run from a shell.</summary>
/// <param name="ExitCode">0 sound, 1 failure, 2 usage, 3 findings.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    /// <summary>The program.</summary>
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CareCatalog.Cli.dll");

    /// <summary>What runs it.</summary>
    public static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Runs it on the repository's own seeds and words.</summary>
    public static Command Run(params string[] arguments) => RunWith([], [.. arguments, "--root", Repository.Root]);

    /// <summary>Runs it as given, away from the repository, with bytes on standard input.</summary>
    public static Command RunWith(byte[] input, params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill();
            throw new TimeoutException(string.Join(' ', arguments));
        }
        return new Command(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts it without waiting, to be ended by whoever asked.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Host, [Program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
