using System.Text;

namespace CareCatalog.Cli;

/// <summary>UTF-8 that is UTF-8: nothing is replaced in silence.</summary>
internal static class StrictText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of bytes, a byte order mark left out.</summary>
    /// <exception cref="InvalidDataException">They are not UTF-8.</exception>
    public static string Decode(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("this is not UTF-8.");
        }
    }
}
