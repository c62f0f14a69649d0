namespace CareCatalog.Benchmarks.Scale;

/// <summary>What was measured at one size of the catalogue.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Lists">Lists.</param>
/// <param name="Build">Seconds to build the index.</param>
/// <param name="Load">Seconds to load it from its file.</param>
/// <param name="File">Megabytes of the file.</param>
/// <param name="Memory">Megabytes of edition and index in memory.</param>
/// <param name="Question">A whole turn about one place.</param>
/// <param name="Nation">A free search over every row.</param>
/// <param name="Fts">The same free search by SQLite FTS5.</param>
internal sealed record Measure(int Rows, int Lists, double Build, double Load, double File, double Memory, Times Question, Times Nation, Times Fts);
