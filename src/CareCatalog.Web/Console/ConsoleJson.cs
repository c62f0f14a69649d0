using System.Text.Json;
using System.Text.Json.Serialization;
using CareCatalog.Web.Api;

namespace CareCatalog.Web.Console;

/// <summary>How the console's endpoints write JSON.</summary>
[JsonSerializable(typeof(ChoicesView))]
[JsonSerializable(typeof(SearchView))]
[JsonSerializable(typeof(RowPageView))]
[JsonSerializable(typeof(ComparisonView))]
[JsonSerializable(typeof(IReadOnlyList<UnansweredView>))]
internal sealed partial class ConsoleJson : JsonSerializerContext
{
    /// <summary>The one set of rules.</summary>
    public static ConsoleJson Rules { get; } = new(ApiJson.Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<Standing>(JsonNamingPolicy.CamelCase) },
    }));
}
