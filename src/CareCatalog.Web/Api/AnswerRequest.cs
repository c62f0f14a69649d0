namespace CareCatalog.Web.Api;

/// <summary>One question, apart from any conversation.</summary>
/// <param name="Text">The question, at most 4,000 characters.</param>
/// <param name="Jurisdiction">The place it is asked from, by its GB/T 2260 code, when that is known.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>; the text's own when it is not given.</param>
internal sealed record AnswerRequest(string? Text, string? Jurisdiction, string? Language);
