using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareCatalog.Dialogs;

/// <summary>Writes a place as its code: taken as an object it holds its province, which holds its province, without end.</summary>
internal sealed class JurisdictionCodeConverter : JsonConverter<JurisdictionCode>
{
    /// <inheritdoc/>
    public override JurisdictionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JurisdictionCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException("A six-digit GB/T 2260 code is expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JurisdictionCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
