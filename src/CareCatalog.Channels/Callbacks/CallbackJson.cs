using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareCatalog.Channels.Callbacks;

/// <summary>JSON of the transcript and of the platforms' interfaces.</summary>
[JsonSerializable(typeof(MessageEntry))]
[JsonSerializable(typeof(AccessToken))]
[JsonSerializable(typeof(CustomerMessage))]
[JsonSerializable(typeof(CustomerAnswer))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CallbackJson : JsonSerializerContext;
