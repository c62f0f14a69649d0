using CareCatalog.Dialogs;
using CareCatalog.Storage.Sqlite;
using CareCatalog.Testing;

namespace CareCatalog.Storage.Tests.Sqlite;

public sealed class SqliteBackupTests : IDisposable
{
    private static readonly Retention Kept = new(TimeSpan.FromMinutes(30), TimeSpan.FromDays(7));

    private readonly FakeTimeProvider clock = new();
    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    private string Database => Path.Combine(folder, "carecatalog.db");

    private string Ring => Path.Combine(folder, "keyring.json");

    private string Copies => Path.Combine(folder, "copies");

    private SqliteConversationStore Open() => new(Database, Ring, Kept, clock);

    private async Task SayAsync(SqliteConversationStore store, string id, long version, string text, bool forgets = false)
    {
        var receipt = await store.CommitAsync(
            new TurnCommit(id, version, Conversation.New, $"m{version}", [text], clock.GetUtcNow()) { Forgets = forgets }, default);
        Assert.Equal(CommitOutcome.Committed, receipt.Outcome);
        clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task<string> TextOfAsync(SqliteConversationStore store, string id) =>
        string.Join(' ', (await store.ReadAsync(id, 0, 100, default)).Select(entry => entry.Payload));

    [Fact]
    public async Task Restore_WhatWasSaidIsBack_WhatWasDeletedSinceIsNot()
    {
        string copy;
        using (var store = Open())
        {
            await SayAsync(store, "kept", 0, "one");
            await SayAsync(store, "forgotten", 0, "secret");
            await SayAsync(store, "deleted", 0, "secret");
            await SayAsync(store, "begun anew", 0, "secret");
            copy = SqliteBackup.Write(Database, Copies, 7, clock);
            await SayAsync(store, "kept", 1, "two");
            await SayAsync(store, "forgotten", 1, "gone", forgets: true);
            await SayAsync(store, "begun anew", 1, "gone", forgets: true);
            await store.DeleteAsync("deleted", default);
        }
        Assert.Equal(3, SqliteBackup.Restore(copy, Database, Ring, withoutDeletions: false));
        using var restored = Open();
        Assert.Equal("one", await TextOfAsync(restored, "kept"));
        foreach (var id in new[] { "forgotten", "deleted", "begun anew" }) Assert.Null(await restored.FindAsync(id, default));
    }

    [Fact]
    public async Task Restore_TwiceFromOlderAndOlderCopies_StillKnowsTheDeletions()
    {
        string first, second;
        using (var store = Open())
        {
            await SayAsync(store, "c", 0, "secret");
            first = SqliteBackup.Write(Database, Copies, 7, clock);
            await store.DeleteAsync("c", default);
            clock.Advance(TimeSpan.FromSeconds(1));
            second = SqliteBackup.Write(Database, Copies, 7, clock);
        }
        SqliteBackup.Restore(second, Database, Ring, false);
        Assert.Equal(1, SqliteBackup.Restore(first, Database, Ring, false));
        using var restored = Open();
        Assert.Null(await restored.FindAsync("c", default));
    }

    [Fact]
    public async Task Restore_WhatWasSaidAfterADeletion_IsKept()
    {
        string copy;
        using (var store = Open())
        {
            await SayAsync(store, "c", 0, "secret");
            await SayAsync(store, "c", 1, "gone", forgets: true);
            await SayAsync(store, "c", 2, "again");
            copy = SqliteBackup.Write(Database, Copies, 7, clock);
        }
        Assert.Equal(0, SqliteBackup.Restore(copy, Database, Ring, false));
        using var restored = Open();
        Assert.Equal("gone again", await TextOfAsync(restored, "c"));
    }

    [Fact]
    public async Task Restore_WhileTheHostRuns_IsRefusedAndNothingChanges()
    {
        using var store = Open();
        await SayAsync(store, "c", 0, "one");
        var copy = SqliteBackup.Write(Database, Copies, 7, clock);
        await SayAsync(store, "c", 1, "two");
        Assert.Contains("in use", Assert.Throws<InvalidDataException>(() => SqliteBackup.Restore(copy, Database, Ring, false)).Message, StringComparison.Ordinal);
        Assert.Equal("one two", await TextOfAsync(store, "c"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restore_WithTheDatabaseLost_NeedsToBeSaid(bool damaged)
    {
        string copy;
        using (var store = Open())
        {
            await SayAsync(store, "c", 0, "one");
            copy = SqliteBackup.Write(Database, Copies, 7, clock);
        }
        File.Delete(Database);
        if (damaged) File.WriteAllText(Database, "no database, though long enough to be taken for one by its size alone");
        Assert.Contains("--without-deletions", Assert.Throws<InvalidDataException>(() => SqliteBackup.Restore(copy, Database, Ring, false)).Message, StringComparison.Ordinal);
        Assert.Equal(0, SqliteBackup.Restore(copy, Database, Ring, true));
        using var restored = Open();
        Assert.Equal("one", await TextOfAsync(restored, "c"));
    }

    [Fact]
    public async Task Restore_DamagedCopyOrForeignRing_IsRefusedByName()
    {
        string copy;
        using (var store = Open())
        {
            await SayAsync(store, "c", 0, "one");
            copy = SqliteBackup.Write(Database, Copies, 7, clock);
        }
        Assert.Contains("key ring", Assert.Throws<InvalidDataException>(() => SqliteBackup.Restore(copy, Database, Ring + ".other", false)).Message, StringComparison.Ordinal);
        var bytes = File.ReadAllBytes(copy);
        bytes.AsSpan(bytes.Length / 2).Fill(0xff);
        File.WriteAllBytes(copy, bytes);
        Assert.Contains(copy, Assert.Throws<InvalidDataException>(() => SqliteBackup.Restore(copy, Database, Ring, false)).Message, StringComparison.Ordinal);
        using var untouched = Open();
        Assert.Equal("one", await TextOfAsync(untouched, "c"));
    }

    [Fact]
    public async Task Write_CopiesTooOld_AreDeletedAndNothingElse()
    {
        using var store = Open();
        await SayAsync(store, "c", 0, "one");
        var old = SqliteBackup.Write(Database, Copies, 7, clock);
        var foreign = Path.Combine(Copies, "carecatalog-notes.db");
        File.WriteAllText(foreign, "");
        clock.Advance(TimeSpan.FromDays(6));
        var young = SqliteBackup.Write(Database, Copies, 7, clock);
        Assert.True(File.Exists(old));
        clock.Advance(TimeSpan.FromDays(2));
        SqliteBackup.Write(Database, Copies, 7, clock);
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.True(File.Exists(foreign));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Write_KeptLongerThanIsAllowed_Throws(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SqliteBackup.Write(Database, Copies, days, clock));

    [Fact]
    public void Write_NoDatabase_IsRefusedByName() =>
        Assert.Contains(Database, Assert.Throws<InvalidDataException>(() => SqliteBackup.Write(Database, Copies, 7, clock)).Message, StringComparison.Ordinal);
}
