using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CareCatalog.Web.Screens;

/// <summary>Markup in which every value has been escaped; there is no way to make one of a text unescaped.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct Html(string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The markup written, its values escaped, save those that are markup themselves.</summary>
    public static Html Of(FormattableString markup) => new(string.Format(
        CultureInfo.InvariantCulture, markup.Format, [.. markup.GetArguments().Select(value => (object)Escape(value))]));

    /// <summary>One after another.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));

    private static string Escape(object? value) => value is Html html ? html.Text : Encoder.Encode(value?.ToString() ?? "");
}
