using System.Diagnostics;
using System.Text;

namespace CareCatalog.Testing;

/// <summary>A script of tests/clients, run by Node.js.</summary>
public static class NodeScript
{
    /// <summary>What it writes. A script that fails throws with what it complains of.</summary>
    public static Task<string> RunAsync(string script, params string[] arguments) => RunAsync(script, "", arguments);

    /// <summary>The same with an input.</summary>
    public static async Task<string> RunAsync(string script, string input, string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo(Tools.Node, [script, .. arguments])
        {
            WorkingDirectory = Repository.At("tests", "clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var output = node.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = node.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await node.StandardInput.WriteAsync(input);
            node.StandardInput.Close();
            await node.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill();
            throw;
        }
        return await output is { Length: > 0 } written ? written : throw new InvalidOperationException(await errors);
    }
}
