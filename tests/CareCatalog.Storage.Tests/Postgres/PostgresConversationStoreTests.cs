using System.Text;
using CareCatalog.Dialogs;
using CareCatalog.Storage.Postgres;
using CareCatalog.Testing;
using Npgsql;

namespace CareCatalog.Storage.Tests.Postgres;

[Collection(OnPostgres.Name)]
public sealed class PostgresConversationStoreTests : ConversationStoreContract
{
    private readonly OnePostgres postgres;
    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-").FullName;
    private readonly PostgresConversationStore store;

    public PostgresConversationStoreTests(OnePostgres postgres)
    {
        this.postgres = postgres;
        Connection = postgres.NewDatabase();
        store = Open(KeyRing);
    }

    protected override IConversationStore Store => store;

    protected override string KeyRing => Path.Combine(folder, "keyring.json");

    private string Connection { get; }

    protected override IConversationStore OpenAgain(string keyRing) => Open(keyRing);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        store.Dispose();
        Directory.Delete(folder, true);
    }

    private PostgresConversationStore Open(string keyRing) => new(Connection, keyRing, Silence, Clock);

    private object? Ask(string question)
    {
        using var own = new NpgsqlConnection(Connection);
        own.Open();
        using var command = new NpgsqlCommand(question, own) { CommandTimeout = 300 };
        return command.ExecuteScalar();
    }

    private Task<CommitReceipt> Say(PostgresConversationStore by, string id, long version, string text) => by.CommitAsync(
        new TurnCommit(id, version, Conversation.New, $"m{version}", [text], Clock.GetUtcNow()), CancellationToken.None).AsTask();

    [Fact]
    public void Open_First_HasTheDeclaredColumnsOnlyAndTheLargeTablesInParts()
    {
        Assert.Equal(
            "conversation(name,version,key,state,last_position,last_turn) deletion(conversation,at) entry(conversation,position,payload) "
            + "inbound(conversation,name,first,count) key_ring(fingerprint) outbox(conversation,position,carrier,due,attempts,since)",
            Ask("""
                SELECT string_agg(line, ' ' ORDER BY line) FROM (SELECT table_name || '(' || string_agg(column_name, ',' ORDER BY ordinal_position) || ')' AS line
                FROM information_schema.columns WHERE table_schema = 'public' AND table_name !~ '_[0-9]+$' GROUP BY table_name) AS tables
                """));
        Assert.Equal(48L, Ask("SELECT count(*) FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE relkind = 'r'"));
    }

    [Fact]
    public void Acknowledged_IsOnTheDisk()
    {
        using var servers = PostgresSchema.Connect(Connection);
        Assert.Contains("synchronous_commit=on", servers.ConnectionString, StringComparison.Ordinal);
        Assert.Equal("on", Ask("SHOW synchronous_commit"));
        Assert.Equal("on", Ask("SHOW fsync"));
    }

    [Fact]
    public async Task Commit_OnTwoNodesInTurn_EachSeesTheOther()
    {
        await using var other = Open(KeyRing);
        for (var turn = 0; turn < 20; turn++)
            Assert.Equal(CommitOutcome.Committed, (await Say(turn % 2 == 0 ? store : other, "c", turn, $"{turn}")).Outcome);
        Assert.Equal(20, (await other.ReadAsync("c", 0, 100, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task TakenElsewhere_IsTold_OnceForManyTurns_AndNotOfOnesOwn()
    {
        var own = store;
        await using var other = Open(KeyRing);
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var echoes = 0;
        own.TakenElsewhere += name => { if (name is not null) Interlocked.Increment(ref echoes); };
        other.TakenElsewhere += name =>
        {
            if (name is null) listening.TrySetResult();
            if (name == other.NameOf("c")) heard.TrySetResult();
        };
        await using var third = Open(KeyRing);
        for (var turn = 0; !heard.Task.IsCompleted && turn < 200; turn++)
        {
            await Say(own, "c", turn, $"{turn}");
            await Task.WhenAny(heard.Task, Task.Delay(50));
        }
        Assert.True(heard.Task.IsCompletedSuccessfully);
        Assert.Equal(0, echoes);
    }

    [Fact]
    public async Task Server_CrashedAndBack_EverythingAcknowledgedIsThereAndTheStoreGoesOn()
    {
        // A server of its own: recovery reads through every file, and the shared one has many databases.
        using var server = PostgresServer.Start();
        await using var store = new PostgresConversationStore(server.ConnectionTo("postgres"), Path.Combine(folder, "own.json"), Silence, Clock);
        var acknowledged = 0;
        for (var crash = 0; crash < 2; crash++)
        {
            for (var turn = 0; turn < 20; turn++) await Say(store, "c", acknowledged++, "x");
            server.Stop("immediate");
            Assert.False(await store.IsReachableAsync(CancellationToken.None));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Say(store, "c", acknowledged, "lost"));
            server.Restart();
            while (!await store.IsReachableAsync(CancellationToken.None)) await Task.Delay(100);
        }
        Assert.Equal(acknowledged, (await store.FindAsync("c", CancellationToken.None))!.Version);
        Assert.Equal(acknowledged, (await store.ReadAsync("c", 0, 1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Dump_OfEverything_HoldsNothingInClear()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Say(store, $"canary-id-{i}", 0, $"canary-{i}")));
        Ask("CHECKPOINT");
        var canary = Encoding.UTF8.GetBytes("canary-");
        var holding = Directory.GetFiles(postgres.Server.Folder, "*", SearchOption.AllDirectories).Where(Holds).ToList();
        Assert.Empty(holding);
        bool Holds(string path)
        {
            try
            {
                return File.ReadAllBytes(path).AsSpan().IndexOf(canary) >= 0;
            }
            catch (IOException)
            {
                // Gone while looking.
                return false;
            }
        }
    }
}
