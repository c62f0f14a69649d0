namespace CareCatalog.Dialogs;

/// <summary>One row as shown.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Service">The service, corrected reading, Chinese.</param>
/// <param name="Title">The service in the answer's language.</param>
/// <param name="Summary">Plain-language summary in the answer's language.</param>
/// <param name="Content">The row's content, verbatim.</param>
/// <param name="Departments">The departments in the list's own wording.</param>
/// <param name="Why">Why it fits and what still has to be true, in words.</param>
/// <param name="Source">Where it is written, in words.</param>
public sealed record ReplyMatch(
    string Id, string Service, string Title, string Summary, string Content,
    IReadOnlyList<string> Departments, IReadOnlyList<string> Why, string Source);
