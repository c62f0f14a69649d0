using CareCatalog.Dialogs;

namespace CareCatalog.Web.Screens;

/// <summary>One entry of the transcript of a talk held without scripts: what was written, or the answer.</summary>
/// <param name="Said">What was written; null for an answer.</param>
/// <param name="Reply">The answer; null for what was written.</param>
internal sealed record PlainEntry(string? Said, Reply? Reply);
