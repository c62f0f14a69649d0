using System.Text.Json.Serialization;

namespace CareCatalog.Web.Screens;

/// <summary>How the screens' own files and entries are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(PlainEntry))]
internal sealed partial class ScreenJson : JsonSerializerContext;
