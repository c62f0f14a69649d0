using System.Globalization;
using System.Text.Json;

namespace CareCatalog.Seeds;

/// <summary>An object of a JSON file, read member by member; what is wrong with a member becomes a problem with its line.</summary>
internal sealed class SeedRecord(SeedNode node, SeedFile file, ICollection<SeedProblem> problems)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The line the object begins on.</summary>
    public int Line => node.Line;

    /// <summary>The line a member stands on; the object's own when it has none of this name.</summary>
    public int LineOf(string name) => node.Members.TryGetValue(name, out var member) ? member.Line : node.Line;

    /// <summary>Adds a problem at a line of this file.</summary>
    public void Complain(int line, string reason) => problems.Add(new SeedProblem(file.Name, line, reason));

    /// <summary>A text; empty, with a problem, when missing or of another type.</summary>
    public string Text(string name) => Member(name, JsonTokenType.String)?.Text ?? "";

    /// <summary>A text that may be null.</summary>
    public string? OptionalText(string name) => IsNull(name) ? null : Text(name);

    /// <summary>A whole number ≥ 0; 0, with a problem, when missing or anything else.</summary>
    public int Number(string name)
    {
        if (Member(name, JsonTokenType.Number) is not { } member) return 0;
        if (int.TryParse(member.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Complain(member.Line, $"'{name}' is {Shorten(member.Text)}, not a whole number within bounds.");
        return 0;
    }

    /// <summary>A number from 0 to 1.</summary>
    public double Share(string name)
    {
        if (Member(name, JsonTokenType.Number) is not { } member) return 0;
        if (double.TryParse(member.Text, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) return share;
        Complain(member.Line, $"'{name}' is {Shorten(member.Text)}, not a number from 0 to 1.");
        return 0;
    }

    /// <summary>Texts in an array; none may be empty.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var element in Member(name, JsonTokenType.StartArray)?.Elements ?? [])
        {
            if (element.Kind == JsonTokenType.String && element.Text.Length > 0) texts.Add(element.Text);
            else Complain(element.Line, $"'{name}' holds something other than text.");
        }
        return texts;
    }

    /// <summary>The lines a member cites; none, with a problem, when it does not cite lines.</summary>
    public IReadOnlyList<SourceLines> Lines(string name)
    {
        if (Member(name, JsonTokenType.String) is not { } member) return [];
        if (Seeds.Cell.TryParseLines(member.Text, out var lines)) return lines;
        Complain(member.Line, $"'{name}' is '{Shorten(member.Text)}', not line numbers such as 12-14 20.");
        return [];
    }

    /// <summary>A cell, <c>{ "text": …, "lines": … }</c>.</summary>
    public Cell Cell(string name) => OptionalCell(name, mayBeNull: false) ?? new Cell("", [], Line);

    /// <summary>A cell that may be null, or missing.</summary>
    public Cell? OptionalCell(string name) => OptionalCell(name, mayBeNull: true);

    /// <summary>An object.</summary>
    public SeedRecord? Record(string name) =>
        Member(name, JsonTokenType.StartObject) is { } member ? new SeedRecord(member, file, problems) : null;

    /// <summary>The objects in an array.</summary>
    public IEnumerable<SeedRecord> Records(string name) => RecordsOf(Member(name, JsonTokenType.StartArray));

    /// <summary>Whether the object has a member of this name.</summary>
    public bool Has(string name)
    {
        known.Add(name);
        return node.Members.ContainsKey(name);
    }

    /// <summary>Complains of every member that was never asked for: a misspelt name must not pass in silence.</summary>
    public void RefuseOthers()
    {
        foreach (var (name, member) in node.Members)
        {
            if (!known.Contains(name)) Complain(member.Line, $"'{Shorten(name)}' is not a name known here.");
        }
    }

    /// <summary>The objects in an array node; a problem for each element that is none.</summary>
    public IEnumerable<SeedRecord> RecordsOf(SeedNode? array)
    {
        foreach (var element in array?.Elements ?? [])
        {
            if (element.Kind == JsonTokenType.StartObject) yield return new SeedRecord(element, file, problems);
            else Complain(element.Line, "an object is expected here.");
        }
    }

    private Cell? OptionalCell(string name, bool mayBeNull)
    {
        if (mayBeNull && (!Has(name) || IsNull(name))) return null;
        if (Record(name) is not { } cell) return null;
        var read = new Cell(cell.Text("text"), cell.Lines("lines"), cell.Line);
        cell.RefuseOthers();
        return read;
    }

    private bool IsNull(string name)
    {
        known.Add(name);
        return node.Members.TryGetValue(name, out var member) && member.Kind == JsonTokenType.Null;
    }

    private SeedNode? Member(string name, JsonTokenType kind)
    {
        known.Add(name);
        if (!node.Members.TryGetValue(name, out var member))
        {
            Complain(node.Line, $"'{name}' is missing.");
            return null;
        }
        if (member.Kind == kind) return member;
        Complain(member.Line, $"'{name}' is of the wrong type.");
        return null;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
