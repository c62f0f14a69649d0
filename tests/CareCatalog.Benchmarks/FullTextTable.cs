using CareCatalog.Search.Text;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Benchmarks;

/// <summary>The same rows and terms in SQLite FTS5, ranked by its own bm25. It is given our terms, for its tokenizers find no Chinese words.</summary>
internal sealed class FullTextTable : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand search;

    public FullTextTable(CatalogEdition edition, CharacterTable characters)
    {
        connection.Open();
        Run("CREATE VIRTUAL TABLE rows USING fts5(id UNINDEXED, place UNINDEXED, service, audience, content)");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows VALUES ($id, $place, $service, $audience, $content)";
        foreach (var name in new[] { "$id", "$place", "$service", "$audience", "$content" }) insert.Parameters.Add(new SqliteParameter(name, SqliteType.Text));
        foreach (var item in edition.Lists.SelectMany(list => list.Items))
        {
            insert.Parameters["$id"].Value = item.Id.ToString();
            insert.Parameters["$place"].Value = item.Id.Jurisdiction.Value;
            insert.Parameters["$service"].Value = Terms(item.Service, characters, " ");
            insert.Parameters["$audience"].Value = Terms(item.Audience, characters, " ");
            insert.Parameters["$content"].Value = Terms(item.ContentReading, characters, " ");
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        search = connection.CreateCommand();
        search.CommandText = "SELECT id FROM rows WHERE rows MATCH $text AND ($place IS NULL OR place = $place) ORDER BY bm25(rows, 0, 0, 2.5, 1.0, 1.2) LIMIT 20";
        search.Parameters.Add(new SqliteParameter("$text", SqliteType.Text));
        search.Parameters.Add(new SqliteParameter("$place", SqliteType.Text));
    }

    /// <summary>The ids of the 20 best rows, of one place's list or of all.</summary>
    public IReadOnlyList<string> Search(string text, CharacterTable characters, JurisdictionCode? place = null)
    {
        search.Parameters["$text"].Value = Terms(text, characters, " OR ");
        search.Parameters["$place"].Value = place is { } code ? code.Value : DBNull.Value;
        using var reader = search.ExecuteReader();
        var found = new List<string>();
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }

    public void Dispose()
    {
        search.Dispose();
        connection.Dispose();
    }

    private static string Terms(string text, CharacterTable characters, string between)
    {
        var terms = new List<string>();
        Analyzer.Analyze(FoldedText.Of(text, characters), term => terms.Add($"\"{term}\""));
        return terms.Count == 0 ? "\"\"" : string.Join(between, terms);
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
