using System.Text.Json.Nodes;

namespace CareCatalog.Web.Hsds;

/// <summary>A thing of the feed that is written only when its page is asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Write">Writes it.</param>
internal sealed record Entry(Guid Id, Func<JsonObject> Write);
