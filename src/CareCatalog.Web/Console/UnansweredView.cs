namespace CareCatalog.Web.Console;

/// <summary>A question that could not be answered today.</summary>
/// <param name="Text">The question, masked and shortened.</param>
/// <param name="Outcome">How it ended: no_match, out_of_scope or clarify_need.</param>
/// <param name="Count">How often it came.</param>
internal sealed record UnansweredView(string Text, string Outcome, int Count);
