namespace CareCatalog.Dialogs.Lexicons;

/// <summary>Which parts each word of the vocabulary belongs to, packed.</summary>
internal sealed class PartTable
{
    private readonly int[] starts;
    private readonly (int Part, int Weight)[] parts;

    public PartTable(Vocabulary vocabulary)
    {
        var all = vocabulary.Parts.SelectMany(part => part.Words.Select(word => (word.Number, Part: part.Number, word.Weight)))
            .OrderBy(entry => entry.Number).ToArray();
        parts = Array.ConvertAll(all, entry => (entry.Part, entry.Weight));
        starts = new int[vocabulary.Count + 1];
        for (int word = 0, i = 0; word < vocabulary.Count; word++)
        {
            starts[word] = i;
            while (i < all.Length && all[i].Number == word) i++;
            starts[word + 1] = i;
        }
    }

    /// <summary>Adds a hit for every part a word belongs to.</summary>
    public void AddHits(int word, int start, int end, bool bySound, List<Hit> hits)
    {
        for (var i = starts[word]; i < starts[word + 1]; i++) hits.Add(new Hit(parts[i].Part, (ushort)start, (ushort)end, (byte)parts[i].Weight, bySound));
    }
}
