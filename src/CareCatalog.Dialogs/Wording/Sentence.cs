namespace CareCatalog.Dialogs.Wording;

/// <summary>A sentence with <c>{placeholders}</c>, cut at them once.</summary>
internal sealed class Sentence
{
    // Words and placeholder names by turns, words first.
    private readonly string[] pieces;

    public Sentence(string text)
    {
        Text = text;
        pieces = text.Split('{', '}');
    }

    /// <summary>The sentence as written.</summary>
    public string Text { get; }

    /// <summary>The sentence with values in place of the names given.</summary>
    public string With(ReadOnlySpan<(string Name, string Value)> values)
    {
        if (pieces.Length == 1) return Text;
        var filled = new string[pieces.Length];
        for (var i = 0; i < pieces.Length; i++) filled[i] = i % 2 == 0 ? pieces[i] : ValueOf(pieces[i], values);
        return string.Concat(filled);
    }

    private static string ValueOf(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (known, value) in values)
            if (known == name) return value;
        return $"{{{name}}}";
    }
}
