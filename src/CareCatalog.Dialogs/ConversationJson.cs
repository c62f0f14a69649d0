using System.Text.Json.Serialization;

namespace CareCatalog.Dialogs;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(JurisdictionCodeConverter)])]
[JsonSerializable(typeof(Conversation))]
internal sealed partial class ConversationJson : JsonSerializerContext;
