using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CareCatalog.Import.Tests;
using CareCatalog.Testing;
using CareCatalog.Web.Tests;

namespace CareCatalog.Cli.Tests;

/// <summary>
/// <c>docs/adding-a-list.md</c> is what happens: its commands are run in one shell beside a running host, and give its lines. With
/// CARECATALOG_TRANSCRIPT=write the lines are written anew instead.
/// </summary>
public sealed partial class TranscriptTests
{
    private const string Page = "adding-a-list.md";
    private const string Between = "----8<----";
    private const string LeftOut = "…";
    private const int Most = 12;

    [RequiresFact("bash", "curl")]
    public async Task AddingAList_EveryCommand_GivesTheLinesOfThePage()
    {
        using var workspace = new Workspace();
        File.Move(new ListPrinter(Zibo(), PrintStyle.Merged).Print(workspace.Root, "docx"), workspace.At("zibo.docx"));
        File.WriteAllLines(workspace.At("questions.jsonl"), File.ReadLines(Repository.At("tests", "questions", "questions.jsonl")).Where(line => line.Contains("\"text\"", StringComparison.Ordinal)).Take(60));
        var host = new RunningHost { Settings = { ["Catalogue__Editions"] = workspace.At("data/editions") } };
        await host.InitializeAsync();
        try
        {
            var lines = await File.ReadAllLinesAsync(Repository.At("docs", Page));
            var outputs = Run(CommandsOf(lines), workspace.Root, host.Address);
            var written = Fill(lines, outputs);
            if (Environment.GetEnvironmentVariable("CARECATALOG_TRANSCRIPT") == "write") await File.WriteAllLinesAsync(Repository.At("docs", Page), written);
            else Assert.Equal(SameVersions(lines), SameVersions(written));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    // A list that no repository holds: that of Qingdao under another name, two rows less.
    private static CareList Zibo()
    {
        var place = JurisdictionCode.Parse("370300");
        var rows = Lists.Edition.ListOf(JurisdictionCode.Parse("370200"))!.Items.Where(row => row.Id.Number is not (8 or 9));
        return new CareList(place, "淄博市", Lists.Edition.Lists[0].Document, [.. rows.Select((row, at) => row with { Id = new ItemId(place, at + 1), Content = row.Content.Replace("青岛", "淄博", StringComparison.Ordinal) })], []);
    }

    private static List<string> CommandsOf(string[] lines) => [.. lines.Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..])];

    // One shell for all, as somebody has who types them.
    private static List<string[]> Run(List<string> commands, string folder, Uri host)
    {
        var script = new StringBuilder($"carecatalog() {{ '{Command.Host}' '{Command.Program}' \"$@\"; }}\nexec 2>&1\n");
        foreach (var command in commands) script.Append(command.Replace("localhost:5080", host.Authority, StringComparison.Ordinal)).Append("\necho '").Append(Between).Append("'\n");
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-s"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        // A host that never takes the new edition up is not waited for.
        using var patience = new Timer(_ => shell.Kill(entireProcessTree: true), null, TimeSpan.FromMinutes(4), Timeout.InfiniteTimeSpan);
        shell.StandardInput.Write(script);
        shell.StandardInput.Close();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        var parts = output.Split(Between + "\n");
        Assert.True(parts.Length > commands.Count, output);
        return [.. parts[..commands.Count].Select(text => text.TrimEnd('\n').Split('\n'))];
    }

    private static List<string> Fill(string[] lines, List<string[]> outputs)
    {
        var filled = new List<string>();
        var (isOutput, command) = (false, 0);
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isOutput = false;
            if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                filled.Add(line);
                filled.AddRange(Shortened(outputs[command++]));
                isOutput = true;
            }
            else if (!isOutput) filled.Add(line);
        }
        return filled;
    }

    private static string[] Shortened(string[] lines) =>
        lines is [""] ? [] : lines.Length <= Most ? lines : [.. lines[..(Most - 6)], LeftOut, .. lines[^5..]];

    // An edition is called by the hash of all it holds: which is not of the page's concern, but which is which is.
    private static List<string> SameVersions(IEnumerable<string> lines)
    {
        var names = new List<string>();
        return [.. lines.Select(line => Version().Replace(line, found =>
        {
            if (!names.Contains(found.Value)) names.Add(found.Value);
            return $"edition {names.IndexOf(found.Value) + 1}";
        }))];
    }

    [GeneratedRegex(@"\b[0-9a-f]{12}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
