namespace CareCatalog;

/// <summary>工作索引: what a ministry asks of the localities under one service of the national index.</summary>
/// <param name="Department">The ministry, as printed.</param>
/// <param name="Content">The content of the service the guidance stands beside, as printed.</param>
/// <param name="Text">The guidance, verbatim.</param>
/// <param name="Lines">Where it stands.</param>
public sealed record Guidance(string Department, string Content, string Text, IReadOnlyList<SourceLines> Lines);
