using CareCatalog.Dialogs;
using CareCatalog.Testing;

namespace CareCatalog.Storage.Tests;

/// <summary>What every store promises. A store's own test class derives from this and says how to open one.</summary>
public abstract class ConversationStoreContract : IDisposable
{
    protected static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    private static CancellationToken None => CancellationToken.None;

    protected FakeTimeProvider Clock { get; } = new();

    /// <summary>The store under test, empty, on <see cref="Clock"/> and <see cref="Silence"/>; the same one each time.</summary>
    protected abstract IConversationStore Store { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }

    private ValueTask<CommitReceipt> Commit(string id, long version, string? inbound, params string[] entries) =>
        Store.CommitAsync(
            new TurnCommit(id, version, Conversation.New with { Turns = version + 1 }, inbound, entries, Clock.GetUtcNow()), None);

    private async Task<string[]> Payloads(string id, long after = 0, int limit = 1000) =>
        [.. (await Store.ReadAsync(id, after, limit, None)).Select(entry => entry.Payload)];

    [Fact]
    public async Task Find_NeverBegun_IsNull()
    {
        Assert.Null(await Store.FindAsync("nobody", None));
        Assert.Empty(await Payloads("nobody"));
    }

    [Fact]
    public async Task Commit_FirstTurn_IsFoundAsWritten()
    {
        var receipt = await Commit("c", 0, "m1", "问", "答");

        Assert.Equal(CommitOutcome.Committed, receipt.Outcome);
        Assert.Equal([new TranscriptEntry(1, "问"), new TranscriptEntry(2, "答")], receipt.Entries);
        var stored = await Store.FindAsync("c", None);
        Assert.Equal((1, 2, Clock.GetUtcNow()), (stored!.Version, stored.LastPosition, stored.LastTurn));
        Assert.Equal((Conversation.New with { Turns = 1 }).ToJson(), stored.State.ToJson());
        Assert.Equal(receipt.Entries, await Store.ReadAsync("c", 0, 10, None));
    }

    [Fact]
    public async Task Commit_TurnAfterTurn_PositionsHaveNoGaps()
    {
        for (var turn = 0; turn < 20; turn++) await Commit("c", turn, $"m{turn}", [.. Enumerable.Repeat("x", turn % 3)]);

        var positions = (await Store.ReadAsync("c", 0, 1000, None)).Select(entry => entry.Position);
        Assert.Equal(Enumerable.Range(1, 19).Select(position => (long)position), positions);
        Assert.Equal(20, (await Store.FindAsync("c", None))!.Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(99)]
    public async Task Commit_OnAnotherVersion_IsAConflictAndWritesNothing(long version)
    {
        await Commit("c", 0, "m1", "one");

        var receipt = await Commit("c", version, "m2", "two");

        Assert.Equal(CommitOutcome.Conflict, receipt.Outcome);
        Assert.Empty(receipt.Entries);
        Assert.Equal(["one"], await Payloads("c"));
        Assert.Equal(CommitOutcome.Committed, (await Commit("c", 1, "m2", "two")).Outcome);
    }

    [Fact]
    public async Task Commit_OnAVersionOfWhatDoesNotExist_IsAConflict()
    {
        Assert.Equal(CommitOutcome.Conflict, (await Commit("c", 3, "m1", "one")).Outcome);
        Assert.Null(await Store.FindAsync("c", None));
    }

    [Fact]
    public async Task Commit_SameInboundAgain_GivesTheFirstAnswer()
    {
        await Commit("c", 0, "m0", "hello");
        var first = await Commit("c", 1, "m1", "问", "答");
        await Commit("c", 2, "m2", "later");

        var again = await Commit("c", 3, "m1", "问", "another answer");

        Assert.Equal(CommitOutcome.Duplicate, again.Outcome);
        Assert.Equal(first.Entries, again.Entries);
        Assert.Equal(["hello", "问", "答", "later"], await Payloads("c"));
    }

    [Fact]
    public async Task Commit_SameInboundOnAnOldVersion_IsADuplicateNotAConflict()
    {
        await Commit("c", 0, "m1", "one");
        Assert.Equal(CommitOutcome.Duplicate, (await Commit("c", 0, "m1", "one")).Outcome);
    }

    [Fact]
    public async Task Commit_SameInboundThatWroteNothing_IsADuplicateWithoutEntries()
    {
        await Commit("c", 0, "m1");
        var again = await Commit("c", 1, "m1", "x");
        Assert.Equal(CommitOutcome.Duplicate, again.Outcome);
        Assert.Empty(again.Entries);
    }

    [Fact]
    public async Task Commit_SameInboundInAnotherConversation_IsAnotherTurn()
    {
        await Commit("a", 0, "m1", "for a");
        Assert.Equal(CommitOutcome.Committed, (await Commit("b", 0, "m1", "for b")).Outcome);
        Assert.Equal(["for a"], await Payloads("a"));
        Assert.Equal(["for b"], await Payloads("b"));
    }

    [Fact]
    public async Task Commit_WithoutInbound_IsNeverADuplicate()
    {
        await Commit("c", 0, null, "one");
        Assert.Equal(CommitOutcome.Committed, (await Commit("c", 1, null, "one")).Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("'); DROP TABLE conversation; --")]
    [InlineData("a\0b")]
    [InlineData("😀 长长的话 \u202e")]
    public async Task Commit_AnyText_ComesBackAsItWas(string text)
    {
        await Commit("id " + text, 0, "in " + text, text);
        Assert.Equal([text], await Payloads("id " + text));
        Assert.Equal(CommitOutcome.Duplicate, (await Commit("id " + text, 1, "in " + text)).Outcome);
    }

    [Fact]
    public async Task Commit_ManyAtOnceOnOneConversation_ExactlyOneEachVersion()
    {
        await Commit("c", 0, null);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => Task.Run(() => Commit("c", 1, $"m{i}", "x").AsTask())));
        Assert.Single(outcomes, receipt => receipt.Outcome == CommitOutcome.Committed);
        Assert.Equal(49, outcomes.Count(receipt => receipt.Outcome == CommitOutcome.Conflict));
    }

    [Fact]
    public async Task Commit_ManyAtOnceOfOneMessage_ExactlyOneTurn()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => Commit("c", 0, "m1", "x").AsTask())));
        Assert.Single(outcomes, receipt => receipt.Outcome == CommitOutcome.Committed);
        Assert.Equal(49, outcomes.Count(receipt => receipt.Outcome == CommitOutcome.Duplicate));
        Assert.All(outcomes, receipt => Assert.Equal([new TranscriptEntry(1, "x")], receipt.Entries));
    }

    [Fact]
    public async Task Commit_ManyConversationsAtOnce_AllAreWritten()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => Commit($"c{i}", 0, "m", $"{i}").AsTask())));
        for (var i = 0; i < 500; i++) Assert.Equal([$"{i}"], await Payloads($"c{i}"));
    }

    [Fact]
    public async Task Commit_AlreadyCancelled_WritesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var commit = new TurnCommit("c", 0, Conversation.New, null, ["x"], Clock.GetUtcNow());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(commit, cancelled.Token).AsTask());
        Assert.Null(await Store.FindAsync("c", None));
    }

    [Theory]
    [InlineData(0, 1000, new[] { "1", "2", "3", "4", "5" })]
    [InlineData(0, 2, new[] { "1", "2" })]
    [InlineData(3, 1000, new[] { "4", "5" })]
    [InlineData(5, 1000, new string[0])]
    [InlineData(long.MaxValue, 1000, new string[0])]
    public async Task Read_AfterAPosition_GivesWhatFollows(long after, int limit, string[] expected)
    {
        await Commit("c", 0, null, "1", "2", "3");
        await Commit("c", 1, null, "4", "5");
        Assert.Equal(expected, await Payloads("c", after, limit));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 1001)]
    public async Task Read_OutOfRange_Throws(long after, int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Payloads("c", after, limit));

    [Fact]
    public async Task Find_AfterThirtyMinutesOfSilence_IsNull()
    {
        await Commit("c", 0, "m1", "one");
        Clock.Advance(Silence - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await Store.FindAsync("c", None));

        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await Store.FindAsync("c", None));
        Assert.Empty(await Payloads("c"));
    }

    [Fact]
    public async Task Commit_KeepsAConversationAlive()
    {
        await Commit("c", 0, "m1");
        Clock.Advance(TimeSpan.FromMinutes(20));
        await Commit("c", 1, "m2");
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(2, (await Store.FindAsync("c", None))!.Version);
    }

    [Fact]
    public async Task Commit_OnWhatHasExpired_BeginsAnew()
    {
        await Commit("c", 0, "m1", "old");
        Clock.Advance(Silence);

        Assert.Equal(CommitOutcome.Conflict, (await Commit("c", 1, "m2", "new")).Outcome);
        var receipt = await Commit("c", 0, "m1", "new");

        Assert.Equal(CommitOutcome.Committed, receipt.Outcome);
        Assert.Equal([new TranscriptEntry(1, "new")], await Store.ReadAsync("c", 0, 10, None));
        Assert.Equal(1, (await Store.FindAsync("c", None))!.Version);
    }

    [Fact]
    public async Task Delete_TakesTheConversationWhole()
    {
        await Commit("c", 0, "m1", "one");
        await Commit("d", 0, "m1", "other");

        await Store.DeleteAsync("c", None);
        await Store.DeleteAsync("never begun", None);

        Assert.Null(await Store.FindAsync("c", None));
        Assert.Empty(await Payloads("c"));
        Assert.Equal(["other"], await Payloads("d"));
        Assert.Equal(CommitOutcome.Committed, (await Commit("c", 0, "m1", "again")).Outcome);
    }

    [Fact]
    public async Task Sweep_DeletesTheSilentAndCountsThem()
    {
        await Commit("old 1", 0, "m", "x");
        await Commit("old 2", 0, "m", "x");
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Commit("young", 0, "m", "x");

        Assert.Equal(2, await Store.SweepAsync(Clock.GetUtcNow() - TimeSpan.FromMinutes(10), None));
        Assert.Equal(0, await Store.SweepAsync(Clock.GetUtcNow() - TimeSpan.FromMinutes(10), None));

        Assert.Null(await Store.FindAsync("old 1", None));
        Assert.NotNull(await Store.FindAsync("young", None));
    }

    [Fact]
    public async Task IsReachable_Open_IsTrue() => Assert.True(await Store.IsReachableAsync(None));
}
