using CareCatalog.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>The tables, and how the file is opened.</summary>
internal static class SqliteSchema
{
    private const long Version = 3;

    // Times are Unix milliseconds. Names stand for ids; keys, states and payloads are sealed. An inbound message points at the
    // entries that answered it; an outbox row at the entry that has still to leave.
    private const string Tables = """
        CREATE TABLE conversation (
          name TEXT PRIMARY KEY, version INTEGER NOT NULL, key BLOB NOT NULL, state BLOB NOT NULL,
          last_position INTEGER NOT NULL, last_turn INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE entry (
          conversation TEXT NOT NULL, position INTEGER NOT NULL, payload BLOB NOT NULL, at INTEGER NOT NULL,
          PRIMARY KEY (conversation, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE inbound (
          conversation TEXT NOT NULL, name TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL,
          PRIMARY KEY (conversation, name)) STRICT, WITHOUT ROWID;
        CREATE TABLE outbox (
          conversation TEXT NOT NULL, position INTEGER NOT NULL, carrier TEXT NOT NULL, due INTEGER NOT NULL,
          attempts INTEGER NOT NULL, since INTEGER NOT NULL, address BLOB,
          PRIMARY KEY (conversation, position)) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_due ON outbox (due);
        CREATE TABLE deletion (conversation TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE key_ring (fingerprint TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        """;

    // A state that was swept is empty, and stands in the index no more.
    private const string SinceTheThird = """
        CREATE INDEX conversation_state ON conversation (last_turn) WHERE length(state) > 0;
        CREATE INDEX entry_at ON entry (at);
        CREATE TABLE handoff (
          id TEXT PRIMARY KEY, conversation TEXT NOT NULL, opened INTEGER NOT NULL, language TEXT NOT NULL, jurisdiction TEXT,
          closed INTEGER, closed_by TEXT) STRICT, WITHOUT ROWID;
        CREATE INDEX handoff_conversation ON handoff (conversation);
        CREATE TABLE audit (
          sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
          link BLOB NOT NULL) STRICT;
        """;

    // What the second release kept goes on: its entries are as old as the last turn of their conversation.
    private const string OfTheSecond = """
        DROP INDEX conversation_last_turn;
        ALTER TABLE entry ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
        UPDATE entry SET at = (SELECT last_turn FROM conversation WHERE name = conversation);
        ALTER TABLE outbox ADD COLUMN address BLOB;
        """;

    // The first release's tables held half an hour of talk as it was said; they go whole, with the pages they stood on.
    private const string FirstTables = "DROP TABLE conversation; DROP TABLE entry; DROP TABLE inbound;";

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
            Prepare(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The ring the file was written with; of a new file, the ring it will be written with.</summary>
    /// <exception cref="InvalidDataException">The ring is missing, damaged or another file's.</exception>
    public static KeyRing OpenRing(SqliteConnection connection, string keyRingPath)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT fingerprint FROM key_ring";
        var ring = KeyRing.Open(keyRingPath, (string?)command.ExecuteScalar());
        Execute(connection, $"INSERT OR IGNORE INTO key_ring VALUES ('{ring.Fingerprint}')");
        return ring;
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

    /// <summary>Makes the tables where they are not, and brings those of an earlier release up to this one.</summary>
    /// <exception cref="InvalidDataException">They are a later release's.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        // Two processes may come first at once: the version is read again inside the transaction.
        Execute(connection, "BEGIN IMMEDIATE");
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var found = (long)command.ExecuteScalar()!;
        if (found > Version)
            throw new InvalidDataException($"{path} has schema {found}; this release knows {Version}.");
        if (found < Version)
            Execute(connection, $"{(found == 1 ? FirstTables : "")} {(found == 2 ? OfTheSecond : Tables)} {SinceTheThird} PRAGMA user_version = {Version};");
        Execute(connection, "COMMIT");
    }
}
