using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CareCatalog.Publishing;

namespace CareCatalog.Cli;

/// <summary><c>publish</c>, <c>rollback</c> and <c>editions</c>: which edition is in force.</summary>
internal static class EditionCommands
{
    private const int Findings = 3;

    public static Command Publish()
    {
        var (editions, root) = (EditionOptions.Archive(), Catalogue.Root());
        var command = new Command("publish", "Checks seeds/ and puts them in force as a new edition: exit 3 when the check finds something.") { editions, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var folder = Catalogue.FolderOf(result.GetValue(root));
            var publication = EditionOptions.ArchiveOf(folder, result.GetValue(editions)).Publish(Path.Combine(folder, "seeds"), TimeProvider.System);
            if (publication.Version is { } version) EditionOptions.KeepIndex(version, folder, result.GetValue(editions));
            return Tell(publication);
        }));
        return command;
    }

    public static Command Rollback()
    {
        var version = new Argument<string?>("version") { Description = "The edition to return to (default: the one before)", Arity = ArgumentArity.ZeroOrOne };
        var (editions, root) = (EditionOptions.Archive(), Catalogue.Root());
        var command = new Command("rollback", "Puts an earlier edition in force again.") { version, editions, root };
        command.SetAction(result => CommonOptions.Guard(() => Tell(
            EditionOptions.ArchiveOf(Catalogue.FolderOf(result.GetValue(root)), result.GetValue(editions)).Rollback(result.GetValue(version), TimeProvider.System))));
        return command;
    }

    public static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Print the history as JSON" };
        var (editions, root) = (EditionOptions.Archive(), Catalogue.Root());
        var command = new Command("editions", "Lists the editions kept and what happened to them.") { json, editions, root };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var archive = EditionOptions.ArchiveOf(Catalogue.FolderOf(result.GetValue(root)), result.GetValue(editions));
            if (result.GetValue(json)) Console.WriteLine(Json(archive));
            else foreach (var line in Lines(archive)) Console.WriteLine(line);
            return 0;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(EditionArchive archive)
    {
        foreach (var entry in archive.Events)
        {
            var when = entry.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            yield return $"{when}  {entry.Action,-8}  {entry.Version}{(entry.Version == archive.Current ? "  in force" : "")}";
        }
    }

    private static string Json(EditionArchive archive)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("current", archive.Current);
            json.WriteStartArray("events");
            foreach (var entry in archive.Events)
            {
                json.WriteStartObject();
                json.WriteString("at", entry.At);
                json.WriteString("action", entry.Action);
                json.WriteString("edition", entry.Version);
                json.WriteString("previous", entry.Previous);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(written.ToArray());
    }

    private static int Tell(Publication publication)
    {
        foreach (var problem in publication.Problems) Console.WriteLine(problem);
        if (publication.Version is null) return Findings;
        Console.WriteLine(publication.Version == publication.Previous
            ? $"edition {publication.Version} is in force already"
            : $"edition {publication.Version} is in force; before it: {publication.Previous ?? "none"}");
        return 0;
    }
}
