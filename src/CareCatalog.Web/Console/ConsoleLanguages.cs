using CareCatalog.Dialogs;
using CareCatalog.Dialogs.Comparing;
using CareCatalog.Dialogs.Wording;

namespace CareCatalog.Web.Console;

/// <summary>What the console's endpoints say in the language of the screen, from <c>dialogs/</c>.</summary>
internal sealed class ConsoleLanguages
{
    /// <summary>The language tag of an English screen.</summary>
    public const string EnglishTag = "en-US";

    private readonly Locale english;
    private readonly ComparisonWriter chineseWriter;
    private readonly ComparisonWriter englishWriter;

    /// <exception cref="InvalidDataException">A file is missing or damaged; the message names every problem.</exception>
    public ConsoleLanguages(string dialogsFolder)
    {
        var problems = new List<SeedProblem>();
        english = Locale.Read(Path.Combine(dialogsFolder, EnglishTag), Language.English, problems);
        if (problems.Count > 0) throw new InvalidDataException(string.Join('\n', problems));
        chineseWriter = ComparisonWriter.Load(dialogsFolder, Language.Chinese);
        englishWriter = ComparisonWriter.Load(dialogsFolder, Language.English);
    }

    /// <summary>The names of an edition.</summary>
    /// <param name="language">Of the screen: <c>en-US</c>; all else is Chinese.</param>
    /// <param name="edition">The edition.</param>
    public ConsoleNames NamesOf(string? language, CatalogEdition edition) => new(edition, language == EnglishTag ? english : null);

    /// <summary>The words of comparisons.</summary>
    /// <param name="language">Of the screen: <c>en-US</c>; all else is Chinese.</param>
    public ComparisonWriter WriterIn(string? language) => language == EnglishTag ? englishWriter : chineseWriter;
}
