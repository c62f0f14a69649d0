namespace CareCatalog.Dialogs;

/// <summary>One line of an answer and what it is.</summary>
/// <param name="Kind">
/// say, remark, lead, aspect, content, reading, why, still, guidance, contact, source, also, more, passage, question, banner or hotline.
/// </param>
/// <param name="Text">The line.</param>
public sealed record ReplyPart(string Kind, string Text);
