using System.Text;
using CareCatalog.Dialogs;
using CareCatalog.Storage.Keys;
using CareCatalog.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Tests.Sqlite;

public sealed class SqliteConversationStoreTests : ConversationStoreContract
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "carecatalog-" + Guid.NewGuid().ToString("N"));
    private readonly string file;
    private SqliteConversationStore store;

    public SqliteConversationStoreTests()
    {
        file = Path.Combine(folder, "deeper", "carecatalog.db");
        store = Open();
    }

    protected override IConversationStore Store => store;

    protected override ICaseStore Cases => store.Records;

    protected override IAuditLog Audit => store.Records;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        store.Dispose();
        Directory.Delete(folder, true);
    }

    protected override string KeyRing => Path.Combine(folder, "keys", "keyring.json");

    protected override IConversationStore OpenAgain(string keyRing, Retention? retention = null) =>
        new SqliteConversationStore(file, keyRing, retention ?? Kept, Clock);

    private SqliteConversationStore Open() => new(file, KeyRing, Kept, Clock);

    private Task<CommitReceipt> Say(string id, string text) => store.CommitAsync(
        new TurnCommit(id, 0, Conversation.New, "m", [text], Clock.GetUtcNow()), CancellationToken.None).AsTask();

    protected override object? Ask(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar();
    }

    private bool HoldsAnywhere(string text) => HoldsAnywhere(Encoding.UTF8.GetBytes(text));

    private bool HoldsAnywhere(byte[] bytes) => Directory.GetFiles(Path.GetDirectoryName(file)!)
        .Any(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray().AsSpan().IndexOf(bytes) >= 0;
        });

    [Fact]
    public async Task Open_Again_FindsWhatWasWritten()
    {
        await Say("c", "kept");
        store.Dispose();
        store = Open();
        Assert.Equal("kept", Assert.Single(await store.ReadAsync("c", 0, 10, CancellationToken.None)).Payload);
    }

    [Fact]
    public void Open_First_IsAWriteAheadLogWithTheDeclaredColumnsOnly()
    {
        Assert.Equal("wal", Ask("PRAGMA journal_mode"));
        Assert.Equal(
            "audit(sequence,at,actor,action,subject,link) conversation(name,version,key,state,last_position,last_turn) deletion(conversation,at) "
            + "entry(conversation,position,payload,at) handoff(id,conversation,opened,language,jurisdiction,closed,closed_by) "
            + "inbound(conversation,name,first,count) key_ring(fingerprint) outbox(conversation,position,carrier,due,attempts,since,address)",
            Ask("SELECT group_concat(line, ' ') FROM (SELECT t.name || '(' || group_concat(c.name) || ')' AS line FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' GROUP BY t.name ORDER BY t.name)"));
    }

    [Fact]
    public void Open_FileOfTheFirstRelease_BeginsAnew()
    {
        store.Dispose();
        File.Delete(file);
        Ask("CREATE TABLE conversation (id TEXT); CREATE TABLE entry (id TEXT); CREATE TABLE inbound (id TEXT); PRAGMA user_version = 1");
        store = Open();
        Assert.Equal(3L, Ask("PRAGMA user_version"));
    }

    [Fact]
    public async Task Open_FileOfTheSecondRelease_GoesOnWithWhatItHolds()
    {
        await Say("c", "kept");
        store.Dispose();
        Ask("""
            DROP INDEX entry_at; ALTER TABLE entry DROP COLUMN at; ALTER TABLE outbox DROP COLUMN address; DROP TABLE handoff; DROP TABLE audit;
            DROP INDEX conversation_state; CREATE INDEX conversation_last_turn ON conversation (last_turn); PRAGMA user_version = 2
            """);
        store = Open();
        Assert.Equal(3L, Ask("PRAGMA user_version"));
        Assert.Equal("kept", Assert.Single(await store.ReadAsync("c", 0, 10, CancellationToken.None)).Payload);
        Clock.Advance(Kept.Transcript);
        Assert.Equal(1, await store.SweepAsync(Retained.Transcript, Clock.GetUtcNow() - Kept.Transcript, CancellationToken.None));
    }

    [Fact]
    public async Task Sweep_OfStates_LeavesTheStateInNoFile()
    {
        await Say("c", "one");
        var state = (byte[])Ask("SELECT state FROM conversation")!;
        Assert.True(HoldsAnywhere(state[^32..]));
        Clock.Advance(Kept.State);
        Assert.Equal(1, await store.SweepAsync(Retained.State, Clock.GetUtcNow() - Kept.State, CancellationToken.None));
        Assert.False(HoldsAnywhere(state[^32..]));
    }

    [Fact]
    public async Task Read_EntryMovedToAnotherPlace_IsRefused()
    {
        await Say("a", "one");
        var ofA = (byte[])Ask("SELECT payload FROM entry")!;
        await Say("b", "two");
        Ask($"UPDATE entry SET payload = x'{Convert.ToHexString(ofA)}'");
        Assert.Single(await store.ReadAsync("a", 0, 10, CancellationToken.None));
        await Assert.ThrowsAsync<DamagedDataException>(async () => await store.ReadAsync("b", 0, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Commit_OneDamagedConversationAmongMany_FailsNobodyElse()
    {
        await Say("damaged", "one");
        Ask("UPDATE conversation SET key = x'00'");
        var outcomes = Enumerable.Range(0, 50).Select(i => Say($"c{i}", "fine")).ToList();
        var bad = store.CommitAsync(new TurnCommit("damaged", 1, Conversation.New, "m2", ["two"], Clock.GetUtcNow()), CancellationToken.None).AsTask();
        await Assert.ThrowsAsync<DamagedDataException>(() => bad);
        Assert.All(await Task.WhenAll(outcomes), receipt => Assert.Equal(CommitOutcome.Committed, receipt.Outcome));
    }

    [Fact]
    public void Open_FileOfALaterRelease_IsRefusedByName()
    {
        store.Dispose();
        Ask("PRAGMA user_version = 99");
        var refusal = Assert.Throws<InvalidDataException>(Open);
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Ask("PRAGMA user_version = 3");
        store = Open();
    }

    [Fact]
    public async Task Commit_WhatIsSaid_StandsNowhereInClear()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Say($"canary-id-{i}", $"canary-{i}")));
        Assert.False(HoldsAnywhere("canary"));
        Assert.True(HoldsAnywhere((byte[])Ask("SELECT payload FROM entry LIMIT 1")!));
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("forget")]
    [InlineData("sweep")]
    public async Task Deletion_LeavesNeitherKeyNorPayloadInAnyFile(string how)
    {
        for (var i = 0; i < 20; i++)
        {
            await Say($"c{i}", $"canary-{i}-" + new string('x', 500));
            var name = Ask("SELECT conversation FROM entry")!;
            var (key, payload) = ((byte[])Ask($"SELECT key FROM conversation WHERE name = '{name}'")!, (byte[])Ask("SELECT payload FROM entry")!);
            Assert.True(HoldsAnywhere(key) && HoldsAnywhere(payload[^64..]));
            if (how == "delete") await store.DeleteAsync($"c{i}", CancellationToken.None);
            else if (how == "forget") await ForgetAsync($"c{i}");
            else
            {
                Clock.Advance(Kept.Transcript);
                Assert.Equal(1, await store.SweepAsync(Retained.Transcript, Clock.GetUtcNow() - Kept.Transcript, CancellationToken.None));
            }
            Assert.False(HoldsAnywhere(key));
            Assert.False(HoldsAnywhere(payload[^64..]));
        }
    }

    private async Task ForgetAsync(string id)
    {
        await store.CommitAsync(new TurnCommit(id, 1, Conversation.New, "forget", [], Clock.GetUtcNow()) { Forgets = true }, CancellationToken.None);
    }

    [Fact]
    public async Task IsReachable_Closed_IsFalse()
    {
        store.Dispose();
        Assert.False(await store.IsReachableAsync(CancellationToken.None));
        store = Open();
    }

    [Fact]
    public async Task IsReachable_FileLostToAnotherTable_IsFalseAndComesBack()
    {
        Ask("ALTER TABLE conversation RENAME TO hidden");
        Assert.False(await store.IsReachableAsync(CancellationToken.None));
        await Assert.ThrowsAsync<SqliteException>(() => Say("c", "lost"));
        Ask("ALTER TABLE hidden RENAME TO conversation");
        Assert.Equal(CommitOutcome.Committed, (await Say("c", "kept")).Outcome);
    }

    [Fact]
    public async Task Commit_TenThousandTurnsFromManySides_AreGrouped()
    {
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async c =>
        {
            for (var turn = 0; turn < 100; turn++)
            {
                await store.CommitAsync(
                    new TurnCommit($"c{c}", turn, Conversation.New, $"m{turn}", ["问", "答"], Clock.GetUtcNow()),
                    CancellationToken.None);
            }
        }));
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Assert.Equal(20_000L, Ask("SELECT count(*) FROM entry"));
        Assert.True(seconds < 30, $"10,000 turns took {seconds:0.0} s");
    }
}
