using System.Collections.Frozen;
using System.Text;
using CareCatalog.Search.Text;

namespace CareCatalog.Channels.Privacy;

/// <summary>
/// Masks personal data at a channel's edge, before anything is logged, counted, answered or stored. Ages, dates, row ids and
/// public lines stay readable. Immutable; safe to share between threads; linear in the length of the text.
/// </summary>
public sealed class Redactor
{
    /// <summary>What stands in the place of each piece.</summary>
    public const string Mask = "***";

    private readonly CharacterTable characters;
    private readonly FrozenDictionary<char, int> numerals;
    private readonly Func<FoldedLine, IEnumerable<PersonalDatum>>[] finders;

    /// <summary>A redactor that listens for these words.</summary>
    /// <param name="words">What gives personal data away.</param>
    /// <param name="characters">Traditional to simplified.</param>
    /// <param name="publicLines">Numbers anyone may ring.</param>
    public Redactor(MaskWords words, CharacterTable characters, IEnumerable<string> publicLines)
    {
        this.characters = characters;
        numerals = words.Numerals();
        finders =
        [
            new NumberFinder(words, publicLines.ToFrozenSet(StringComparer.Ordinal)).Find, new AccountFinder(words).Find,
            new AddressFinder(words).Find, new EnglishAddressFinder(words).Find,
            new NameFinder(words).Find, new EnglishNameFinder(words).Find,
        ];
    }

    /// <summary>Reads the words it needs.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="seedsFolder">The folder <c>seeds/</c>, for the table of characters.</param>
    /// <param name="edition">Whose public lines are never masked.</param>
    /// <exception cref="InvalidDataException">A file is missing or damaged.</exception>
    public static Redactor Load(string dialogsFolder, string seedsFolder, CatalogEdition edition) => new(
        MaskWords.Read(dialogsFolder), CharacterTable.Read(Path.Combine(seedsFolder, "characters.tsv")),
        edition.Hotlines.Select(hotline => hotline.Number));

    /// <summary>Masks a text; any text whatever.</summary>
    public Redaction Redact(string text)
    {
        var line = new FoldedLine(text, characters, numerals);
        var data = finders.SelectMany(find => find(line)).OrderBy(datum => datum.Start).ThenByDescending(datum => datum.End).ToList();
        if (data.Count == 0) return new Redaction(text, []);
        var masked = new StringBuilder(text.Length);
        var kinds = new List<PersonalDataKind>();
        var at = 0;
        foreach (var datum in data)
        {
            if (datum.Start >= at)
            {
                masked.Append(text, at, datum.Start - at).Append(Mask);
                kinds.Add(datum.Kind);
            }
            at = Math.Max(at, datum.End);
        }
        return new Redaction(masked.Append(text, at, text.Length - at).ToString(), kinds);
    }
}
