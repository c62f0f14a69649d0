using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>The tables, and how the file is opened.</summary>
internal static class SqliteSchema
{
    private const long Version = 1;

    // Times are Unix milliseconds. An inbound message points at the entries that answered it.
    private const string Tables = """
        CREATE TABLE conversation (
          id TEXT PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL,
          last_position INTEGER NOT NULL, last_turn INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX conversation_last_turn ON conversation (last_turn);
        CREATE TABLE entry (
          conversation TEXT NOT NULL, position INTEGER NOT NULL, payload TEXT NOT NULL,
          PRIMARY KEY (conversation, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE inbound (
          conversation TEXT NOT NULL, id TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL,
          PRIMARY KEY (conversation, id)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Opens the file to write, creating folder, file and tables when they are not there.</summary>
    public static SqliteConnection Open(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            Create(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How readers open the file: pooled, never writing.</summary>
    public static string ReadConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 5 }.ToString();

    /// <summary>Runs statements that return nothing of interest.</summary>
    public static void Execute(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    private static void Create(SqliteConnection connection, string path)
    {
        // Two processes may come first at once: the version is read again inside the transaction.
        Execute(connection, "BEGIN IMMEDIATE");
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var found = (long)command.ExecuteScalar()!;
        if (found > Version)
            throw new InvalidDataException($"{path} has schema {found}; this release knows {Version}.");
        if (found == 0) Execute(connection, $"{Tables} PRAGMA user_version = {Version};");
        Execute(connection, "COMMIT");
    }
}
