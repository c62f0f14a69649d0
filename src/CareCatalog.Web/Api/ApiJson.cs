using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CareCatalog.Dialogs;
using Microsoft.AspNetCore.Mvc;

namespace CareCatalog.Web.Api;

/// <summary>How the REST API writes and reads JSON. Chinese is written as it is, markup is escaped.</summary>
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(ServicePage))]
[JsonSerializable(typeof(ServiceView))]
[JsonSerializable(typeof(IReadOnlyList<JurisdictionView>))]
[JsonSerializable(typeof(ReadyView))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The one set of rules.</summary>
    public static ApiJson Rules { get; } = new(Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    /// <summary>Puts the rules on options that others made.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 32;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        return options;
    }
}
