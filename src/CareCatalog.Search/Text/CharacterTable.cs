using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.Search.Text;

/// <summary>Han characters: their simplified form and their reading without tones. Source: <c>seeds/characters.tsv</c>.</summary>
public sealed class CharacterTable
{
    private readonly FrozenDictionary<char, char> simplified;
    private readonly FrozenDictionary<char, string> readings;
    private readonly FrozenSet<string> syllables;
    private readonly Lazy<string> hash;

    /// <summary>Puts a table together.</summary>
    public CharacterTable(IEnumerable<(char Character, char Simplified, string Reading)> rows)
    {
        var all = rows.ToList();
        simplified = all.Where(row => row.Simplified != row.Character).ToFrozenDictionary(row => row.Character, row => row.Simplified);
        readings = all.Where(row => row.Reading.Length > 0).ToFrozenDictionary(row => row.Character, row => row.Reading);
        syllables = readings.Values.ToFrozenSet(StringComparer.Ordinal);
        hash = new Lazy<string>(() => HashOf(all));
        Syllables = syllables.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a table of tab-separated character, simplified form and readings, the most common reading first.</summary>
    /// <exception cref="InvalidDataException">A line has other than three columns or a cell is no single character.</exception>
    public static CharacterTable Read(string file)
    {
        var rows = new List<(char, char, string)>();
        foreach (var (line, number) in File.ReadLines(file).Skip(1).Select((line, index) => (line, index + 2)))
        {
            var cells = line.Split('\t');
            if (cells is not [{ Length: 1 }, { Length: 1 }, _])
                throw new InvalidDataException($"{file}:{number}: a line is one character, its simplified form and its readings.");
            var blank = cells[2].IndexOf(' ');
            rows.Add((cells[0][0], cells[1][0], blank < 0 ? cells[2] : cells[2][..blank]));
        }
        return new CharacterTable(rows);
    }

    /// <summary>Content hash of the table: 12 lower-case hexadecimal digits.</summary>
    public string Hash => hash.Value;

    /// <summary>The syllables that occur, for looking up a stretch of Latin letters.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Syllables { get; }

    /// <summary>The simplified form; the character itself when it has none other.</summary>
    public char Simplify(char character) => simplified.GetValueOrDefault(character, character);

    /// <summary>The readings known, without tones, by character.</summary>
    public IReadOnlyDictionary<char, string> Readings => readings;

    /// <summary>The reading without tones, as in <c>xue</c>; null when unknown.</summary>
    public string? ReadingOf(char character) => readings.GetValueOrDefault(character);

    private static string HashOf(IEnumerable<(char Character, char Simplified, string Reading)> rows) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => $"{row.Character}{row.Simplified}{row.Reading}")))))[..12];
}
