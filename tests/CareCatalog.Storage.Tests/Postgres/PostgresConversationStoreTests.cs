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

    protected override ICaseStore Cases => store.Records;

    protected override IAuditLog Audit => store.Records;

    protected override string KeyRing => Path.Combine(folder, "keyring.json");

    private string Connection { get; }

    protected override IConversationStore OpenAgain(string keyRing, Retention? retention = null) =>
        new PostgresConversationStore(Connection, keyRing, retention ?? Kept, Clock);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        store.Dispose();
        Directory.Delete(folder, true);
    }

    private PostgresConversationStore Open(string keyRing) => new(Connection, keyRing, Kept, Clock);

    protected override object? Ask(string statement)
    {
        using var own = new NpgsqlConnection(Connection);
        own.Open();
        using var command = new NpgsqlCommand(statement, own) { CommandTimeout = 300 };
        return command.ExecuteScalar();
    }

    private Task<CommitReceipt> Say(PostgresConversationStore by, string id, long version, string text) => by.CommitAsync(
        new TurnCommit(id, version, Conversation.New, $"m{version}", [text], Clock.GetUtcNow()), CancellationToken.None).AsTask();

    [Fact]
    public void Open_First_HasTheDeclaredColumnsOnlyAndTheLargeTablesInParts()
    {
        Assert.Equal(
            "audit(sequence,at,actor,action,subject,link) bucket(name,size,tokens,at) conversation(name,version,key,state,last_position,last_turn) "
            + "deletion(conversation,at) edition(version,content) edition_in_force(sequence,at,version) entry(conversation,position,payload,at) "
            + "handoff(id,conversation,opened,language,jurisdiction,closed,closed_by) inbound(conversation,name,first,count) key_ring(fingerprint) "
            + "outbox(conversation,position,carrier,due,attempts,since,address)",
            Ask("""
                SELECT string_agg(line, ' ' ORDER BY line) FROM (SELECT table_name || '(' || string_agg(column_name, ',' ORDER BY ordinal_position) || ')' AS line
                FROM information_schema.columns WHERE table_schema = 'public' AND table_name !~ '_[0-9]+$' GROUP BY table_name) AS tables
                """));
        Assert.Equal(48L, Ask("SELECT count(*) FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE relkind = 'r'"));
    }

    [Fact]
    public async Task Open_TablesOfTheSecondRelease_GoOnWithWhatTheyHold()
    {
        await Say(store, "c", 0, "kept");
        Ask("ALTER TABLE entry DROP COLUMN at; ALTER TABLE outbox DROP COLUMN address; DROP TABLE handoff; DROP TABLE audit; DROP TABLE edition_in_force; DROP TABLE edition; DROP TABLE bucket");
        Clock.Advance(TimeProvider.System.GetUtcNow() - Clock.GetUtcNow());
        await using var next = Open(KeyRing);
        Ask("UPDATE conversation SET last_turn = (extract(epoch FROM now()) * 1000)::bigint");
        Assert.Equal("kept", Assert.Single(await next.ReadAsync("c", 0, 10, CancellationToken.None)).Payload);
        await Say(next, "c", 1, "on");
        Clock.Advance(Kept.Transcript + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await next.SweepAsync(Retained.Transcript, Clock.GetUtcNow() - Kept.Transcript, CancellationToken.None));
    }

    [Fact]
    public async Task Buckets_OfSeveralNodes_AreOne_AndFillAgain()
    {
        await using var other = Open(KeyRing);
        async Task<double> Take(PostgresConversationStore by, string bucket, int taken) =>
            Assert.Single(await by.Buckets.TakeAsync([new TokenUse(bucket, 60, taken)], CancellationToken.None));

        Assert.Equal(50, await Take(store, "u", 10));
        Assert.Equal(20, await Take(other, "u", 30));
        Assert.Equal(59, await Take(other, "v", 1));
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(25, await Take(store, "u", 5));
        Assert.Equal(-60, await Take(other, "u", 1000));
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(60, await Take(store, "u", 0));
        // Names are known to nobody without the ring, and what is full again is forgotten.
        Assert.Equal(0L, Ask("SELECT count(*) FROM bucket WHERE name IN ('u', 'v')"));
        await store.SweepAsync(Retained.State, Clock.GetUtcNow() - Kept.State, CancellationToken.None);
        Assert.Equal(1L, Ask("SELECT count(*) FROM bucket"));
    }

    [Fact]
    public async Task Buckets_OfManyNodesAtOnce_AddUp()
    {
        var names = Enumerable.Range(0, 50).Select(i => $"u{i}").ToArray();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            var mine = names.ToArray();
            Random.Shared.Shuffle(mine);
            await store.Buckets.TakeAsync([.. mine.Select(name => new TokenUse(name, 100, 2))], CancellationToken.None);
        })));
        Assert.All(await store.Buckets.TakeAsync([.. names.Select(name => new TokenUse(name, 100, 0))], CancellationToken.None), left => Assert.Equal(80, left));
    }

    [Fact]
    public async Task Editions_PutInForceByOneNode_AreInForceForTheOther()
    {
        await using var other = Open(KeyRing);
        Assert.Null(await store.Editions.FindInForceAsync(CancellationToken.None));
        await store.Editions.PutInForceAsync("aaaaaaaaaaaa", [1, 2, 3], CancellationToken.None);
        await other.Editions.PutInForceAsync("bbbbbbbbbbbb", [4], CancellationToken.None);
        Assert.Equal("bbbbbbbbbbbb", await store.Editions.FindInForceAsync(CancellationToken.None));
        await store.Editions.PutInForceAsync("aaaaaaaaaaaa", [1, 2, 3], CancellationToken.None);
        Assert.Equal("aaaaaaaaaaaa", await other.Editions.FindInForceAsync(CancellationToken.None));
        Assert.Equal([1, 2, 3], await other.Editions.ReadAsync("aaaaaaaaaaaa", CancellationToken.None));
        Assert.Null(await other.Editions.ReadAsync("cccccccccccc", CancellationToken.None));
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
        await using var store = new PostgresConversationStore(server.ConnectionTo("postgres"), Path.Combine(folder, "own.json"), Kept, Clock);
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
