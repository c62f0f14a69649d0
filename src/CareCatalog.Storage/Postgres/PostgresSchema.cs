using CareCatalog.Storage.Keys;
using Npgsql;

namespace CareCatalog.Storage.Postgres;

/// <summary>The tables, and how the server is reached.</summary>
internal static class PostgresSchema
{
    /// <summary>How many parts each of the large tables has; a conversation's rows stand in the part of the same number.</summary>
    public const int Parts = 16;

    /// <summary>Taken by whichever node sweeps, and by whichever makes the tables.</summary>
    public const long Lock = 0x43617265_43617461;

    // What the second release kept goes on: its entries count as written when these columns were made.
    private const string OfTheSecond = """
        ALTER TABLE entry ADD COLUMN IF NOT EXISTS at bigint NOT NULL DEFAULT (extract(epoch FROM now()) * 1000)::bigint;
        ALTER TABLE outbox ADD COLUMN IF NOT EXISTS address bytea;
        """;

    // Times are Unix milliseconds. Names stand for ids; keys, states and payloads are sealed. No index on last_turn: every turn
    // changes it, and without one the row is changed in place (HOT); the sweep reads one part after the other.
    private static readonly string Tables = $"""
        SELECT pg_advisory_xact_lock({Lock});
        CREATE TABLE IF NOT EXISTS conversation (
          name text COLLATE "C" PRIMARY KEY, version bigint NOT NULL, key bytea NOT NULL, state bytea NOT NULL,
          last_position bigint NOT NULL, last_turn bigint NOT NULL) PARTITION BY HASH (name);
        CREATE TABLE IF NOT EXISTS entry (
          conversation text COLLATE "C", position bigint, payload bytea NOT NULL, at bigint NOT NULL,
          PRIMARY KEY (conversation, position)) PARTITION BY HASH (conversation);
        CREATE TABLE IF NOT EXISTS inbound (
          conversation text COLLATE "C", name text COLLATE "C", first bigint NOT NULL, count bigint NOT NULL,
          PRIMARY KEY (conversation, name)) PARTITION BY HASH (conversation);
        CREATE TABLE IF NOT EXISTS outbox (
          conversation text COLLATE "C", position bigint, carrier text NOT NULL, due bigint NOT NULL,
          attempts integer NOT NULL, since bigint NOT NULL, address bytea, PRIMARY KEY (conversation, position));
        CREATE INDEX IF NOT EXISTS outbox_due ON outbox (due);
        CREATE TABLE IF NOT EXISTS deletion (conversation text COLLATE "C" PRIMARY KEY, at bigint NOT NULL);
        CREATE TABLE IF NOT EXISTS key_ring (fingerprint text PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS handoff (
          id text COLLATE "C" PRIMARY KEY, conversation text COLLATE "C" NOT NULL, opened bigint NOT NULL, language text NOT NULL, jurisdiction text,
          closed bigint, closed_by text);
        CREATE INDEX IF NOT EXISTS handoff_conversation ON handoff (conversation);
        CREATE TABLE IF NOT EXISTS audit (
          sequence bigint PRIMARY KEY, at bigint NOT NULL, actor text NOT NULL, action text NOT NULL, subject text NOT NULL, link bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS edition (version text COLLATE "C" PRIMARY KEY, content bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS edition_in_force (
          sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at bigint NOT NULL, version text COLLATE "C" NOT NULL REFERENCES edition);
        CREATE UNLOGGED TABLE IF NOT EXISTS bucket (name text COLLATE "C" PRIMARY KEY, size double precision NOT NULL, tokens double precision NOT NULL, at bigint NOT NULL) WITH (fillfactor = 50);
        {string.Join('\n', Enumerable.Range(0, Parts).SelectMany(part => new[] { ("conversation", " WITH (fillfactor = 70)"), ("entry", ""), ("inbound", "") }
            .Select(table => $"CREATE TABLE IF NOT EXISTS {table.Item1}_{part} PARTITION OF {table.Item1} FOR VALUES WITH (MODULUS {Parts}, REMAINDER {part}){table.Item2};")))}
        {OfTheSecond}
        """;

    /// <summary>The servers, with what durability needs where nothing else is asked for.</summary>
    /// <exception cref="ArgumentException">The connection string is not one.</exception>
    public static NpgsqlMultiHostDataSource Connect(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // Left to itself the server plans each turn anew, which costs as much as doing it: over many parts the plan that serves
        // every conversation looks dearer than it is.
        if (!settings.ShouldSerialize("Options")) settings.Options = "-c synchronous_commit=on -c plan_cache_mode=force_generic_plan";
        if (!settings.ShouldSerialize("Maximum Pool Size")) settings.MaxPoolSize = 24;
        if (!settings.ShouldSerialize("Max Auto Prepare")) settings.MaxAutoPrepare = 40;
        if (!settings.ShouldSerialize("Timeout")) settings.Timeout = 5;
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = 10;
        if (!settings.ShouldSerialize("Keepalive")) settings.KeepAlive = 5;
        if (!settings.ShouldSerialize("Host Recheck Seconds")) settings.HostRecheckSeconds = 1;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost();
    }

    /// <summary>Makes the tables where they are not, and opens the ring they were written with.</summary>
    /// <exception cref="NpgsqlException">The server is out of reach.</exception>
    /// <exception cref="InvalidDataException">The ring is missing, damaged or another store's.</exception>
    public static KeyRing Open(NpgsqlDataSource source, string keyRingPath)
    {
        using var connection = source.OpenConnection();
        // Under the lock: of nodes that start at once with different rings only one may write, and the others learn it here.
        using var transaction = connection.BeginTransaction();
        using var create = new NpgsqlCommand(Tables, connection, transaction);
        create.ExecuteNonQuery();
        using var find = new NpgsqlCommand("SELECT fingerprint FROM key_ring", connection, transaction);
        var ring = KeyRing.Open(keyRingPath, (string?)find.ExecuteScalar());
        using var keep = new NpgsqlCommand("INSERT INTO key_ring VALUES ($1) ON CONFLICT DO NOTHING", connection, transaction) { Parameters = { new() { Value = ring.Fingerprint } } };
        keep.ExecuteNonQuery();
        transaction.Commit();
        return ring;
    }
}
