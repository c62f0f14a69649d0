using System.Text.Json;
using System.Text.Json.Serialization;
using CareCatalog.Dialogs;

namespace CareCatalog.Web.Cases;

/// <summary>JSON of cases and audit.</summary>
[JsonSerializable(typeof(IReadOnlyList<HandoffCase>))]
[JsonSerializable(typeof(AuditView))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CaseJson : JsonSerializerContext;
