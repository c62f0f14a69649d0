namespace CareCatalog.Search.Text;

/// <summary>What kind of character a character is.</summary>
public static class Han
{
    /// <summary>Whether it is a Han character of the basic plane.</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    /// <summary>Whether it is a lower-case Latin letter, after folding.</summary>
    public static bool IsLatin(char c) => c is >= 'a' and <= 'z';

    /// <summary>Whether it ends a sentence, after folding.</summary>
    public static bool EndsSentence(char c) => c is '\u3002' or '!' or '?' or '\n' or ';';

    /// <summary>Whether it parts clauses, after folding: a sentence end, a comma of either script, a colon.</summary>
    public static bool PartsClauses(char c) => EndsSentence(c) || c is ',' or '\u3001' or ':' or '.';
}
