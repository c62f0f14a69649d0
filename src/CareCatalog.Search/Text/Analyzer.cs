namespace CareCatalog.Search.Text;

/// <summary>Text → index terms: overlapping bigrams of Han, stems of Latin words, numbers.</summary>
public static class Analyzer
{
    /// <summary>Calls <paramref name="found"/> with every term, in order, repeats included.</summary>
    public static void Analyze(FoldedText text, TermFound found)
    {
        var letters = text.Text.AsSpan();
        for (var i = 0; i < letters.Length; i++)
        {
            if (!Han.IsHan(letters[i])) continue;
            var alone = (i == 0 || !Han.IsHan(letters[i - 1])) && (i + 1 == letters.Length || !Han.IsHan(letters[i + 1]));
            if (alone) found(letters.Slice(i, 1));
            else if (i + 1 < letters.Length && Han.IsHan(letters[i + 1])) found(letters.Slice(i, 2));
        }
        foreach (var word in text.Words) found(word.Stem);
    }
}

/// <summary>Receives a term.</summary>
public delegate void TermFound(ReadOnlySpan<char> term);
