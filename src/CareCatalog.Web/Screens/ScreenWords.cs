using System.Text.Json;

namespace CareCatalog.Web.Screens;

/// <summary>The words of the screens that the host itself writes, from <c>dialogs/</c>.</summary>
internal sealed class ScreenWords
{
    private const string Chinese = "zh-CN";
    private const string English = "en-US";

    private readonly Dictionary<string, Dictionary<string, string>> words;

    private ScreenWords(Dictionary<string, Dictionary<string, string>> words) => this.words = words;

    /// <summary>Reads a file of both languages.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="file">The file's name in each language's folder.</param>
    public static ScreenWords Read(string dialogsFolder, string file) => new(new[] { Chinese, English }.ToDictionary(
        language => language,
        language => JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(dialogsFolder, language, file)), ScreenJson.Default.DictionaryStringString)!));

    /// <summary>A word or sentence, with its placeholders filled in.</summary>
    public string Say(string language, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = words[language].GetValueOrDefault(key, key);
        foreach (var (name, value) in values) text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The language of a screen: as asked for, else as the browser prefers, else Chinese.</summary>
    public static string LanguageOf(string? asked, HttpRequest request) =>
        asked is Chinese or English ? asked
        : request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value.Value
            ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Chinese;

    /// <summary>The other language.</summary>
    public static string Other(string language) => language == Chinese ? English : Chinese;
}
