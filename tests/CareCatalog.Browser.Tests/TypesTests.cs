using System.Diagnostics;
using CareCatalog.Testing;

namespace CareCatalog.Browser.Tests;

/// <summary>The scripts keep to the types their comments declare.</summary>
public sealed class TypesTests
{
    [RequiresFact(Tools.Node, Tools.Clients)]
    public async Task Scripts_KeepToTheirTypes()
    {
        using var compiler = Process.Start(new ProcessStartInfo(Tools.Node)
        {
            WorkingDirectory = Repository.At("tests", "clients"),
            ArgumentList = { "node_modules/typescript/bin/tsc", "--project", "tsconfig.json" },
            RedirectStandardOutput = true,
        })!;
        var said = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        Assert.True(compiler.ExitCode == 0, said);
    }
}
