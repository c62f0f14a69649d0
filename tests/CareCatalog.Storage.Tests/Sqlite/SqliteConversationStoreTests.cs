using System.Text;
using CareCatalog.Dialogs;
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

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        store.Dispose();
        Directory.Delete(folder, true);
    }

    private SqliteConversationStore Open() => new(file, Silence, Clock);

    private Task<CommitReceipt> Say(string id, string text) => store.CommitAsync(
        new TurnCommit(id, 0, Conversation.New, "m", [text], Clock.GetUtcNow()), CancellationToken.None).AsTask();

    private object? Ask(string question)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar();
    }

    private bool HoldsAnywhere(string text) => Directory.GetFiles(Path.GetDirectoryName(file)!)
        .Any(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
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
    public void Open_First_IsAWriteAheadLogWithThreeTables()
    {
        Assert.Equal("wal", Ask("PRAGMA journal_mode"));
        Assert.Equal(3L, Ask("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"));
    }

    [Fact]
    public void Open_FileOfALaterRelease_IsRefusedByName()
    {
        store.Dispose();
        Ask("PRAGMA user_version = 99");
        var refusal = Assert.Throws<InvalidDataException>(Open);
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Ask("PRAGMA user_version = 1");
        store = Open();
    }

    [Fact]
    public async Task Delete_LeavesNoTraceInAnyFile()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Say($"c{i}", $"canary-{i}-" + new string('x', 500))));
        Assert.True(HoldsAnywhere("canary-"));
        for (var i = 0; i < 200; i++) await store.DeleteAsync($"c{i}", CancellationToken.None);
        Assert.False(HoldsAnywhere("canary-"));
    }

    [Fact]
    public async Task Sweep_LeavesNoTraceInAnyFile()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Say($"c{i}", $"canary-{i}")));
        Clock.Advance(Silence);
        Assert.Equal(200, await store.SweepAsync(Clock.GetUtcNow() - Silence, CancellationToken.None));
        Assert.False(HoldsAnywhere("canary-"));
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
