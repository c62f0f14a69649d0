using CareCatalog.Testing;
using Npgsql;

namespace CareCatalog.Storage.Tests.Postgres;

/// <summary>One server for all tests of the collection; each makes a database of its own. Started when the first asks.</summary>
public sealed class OnePostgres : IDisposable
{
    private readonly Lazy<PostgresServer> server = new(() => PostgresServer.Start());
    private int databases;

    /// <summary>An empty database.</summary>
    public string NewDatabase()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        using var connection = new NpgsqlConnection(server.Value.ConnectionTo("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return server.Value.ConnectionTo(name) + ";Maximum Pool Size=12";
    }

    /// <summary>A server a test may do with as it likes, while no other test runs.</summary>
    public PostgresServer Server => server.Value;

    public void Dispose()
    {
        if (server.IsValueCreated) server.Value.Dispose();
    }
}

/// <summary>Tests against PostgreSQL, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<OnePostgres>
{
    public const string Name = "postgres";
}
