using System.Text.Json.Serialization;

namespace CareCatalog;

/// <summary>A place by its six-digit GB/T 2260 code; <c>000000</c> is the nation. Source: GB/T 2260.</summary>
/// <param name="Value">Six decimal digits.</param>
public readonly record struct JurisdictionCode(string Value)
{
    /// <summary>The nation, 000000.</summary>
    public static readonly JurisdictionCode Nation = new("000000");

    /// <summary>Whether this is the nation.</summary>
    [JsonIgnore]
    public bool IsNation => Value == Nation.Value;

    /// <summary>Whether this is a province-level place: the last four digits are zero, and it is not the nation.</summary>
    [JsonIgnore]
    public bool IsProvince => !IsNation && Value.EndsWith("0000", StringComparison.Ordinal);

    /// <summary>The province-level place this one lies in, itself when it is one.</summary>
    [JsonIgnore]
    public JurisdictionCode Province => new(string.Concat(Value.AsSpan(0, 2), "0000"));

    /// <summary>The prefecture-level place this one lies in (four digits kept), itself when it is one.</summary>
    [JsonIgnore]
    public JurisdictionCode Prefecture => new(string.Concat(Value.AsSpan(0, 4), "00"));

    /// <summary>Whether <paramref name="other"/> is this place or lies within it.</summary>
    public bool Contains(JurisdictionCode other) =>
        IsNation || other == this || other.Prefecture == this || other.Province == this;

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException">The text is not six decimal digits.</exception>
    public static JurisdictionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a six-digit GB/T 2260 code.");

    /// <summary>Reads a code; false when the text is not six decimal digits.</summary>
    public static bool TryParse(string? text, out JurisdictionCode code)
    {
        var sound = text is { Length: 6 } && text.All(char.IsAsciiDigit);
        code = sound ? new JurisdictionCode(text!) : default;
        return sound;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
