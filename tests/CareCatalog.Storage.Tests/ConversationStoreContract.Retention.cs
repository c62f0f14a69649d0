using CareCatalog.Dialogs;

namespace CareCatalog.Storage.Tests;

/// <summary>For how long what is kept is kept.</summary>
public abstract partial class ConversationStoreContract
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private ValueTask<int> Sweep(Retained what) => Store.SweepAsync(what, Clock.GetUtcNow() - (what == Retained.State ? Kept.State : Kept.Transcript), None);

    private ValueTask<long> Count(Retained what, TimeSpan? age = null) => Store.CountAsync(what, age is { } old ? Clock.GetUtcNow() - old : DateTimeOffset.MaxValue, None);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_AfterThirtyMinutesOfSilence_KnowsNothingMore_AndTheTranscriptIsThere(bool swept)
    {
        await Commit("c", 0, "m1", "one");
        Clock.Advance(Kept.State - Instant);
        if (swept) Assert.Equal(0, await Sweep(Retained.State));
        Assert.Equal(1, (await Store.FindAsync("c", None))!.State.Turns);

        Clock.Advance(Instant);
        if (swept) Assert.Equal(1, await Sweep(Retained.State));

        var stored = await Store.FindAsync("c", None);
        Assert.Equal(Conversation.New.ToJson(), stored!.State.ToJson());
        Assert.Equal((1, 1), (stored.Version, stored.LastPosition));
        Assert.Equal(["one"], await Payloads("c"));
        Assert.Equal(CommitOutcome.Duplicate, (await Commit("c", 1, "m1", "one")).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await Commit("c", 1, "m2", "two")).Outcome);
        Assert.Equal(2, (await Store.FindAsync("c", None))!.State.Turns);
    }

    [Fact]
    public async Task Commit_KeepsTheStateAlive()
    {
        await Commit("c", 0, "m1");
        Clock.Advance(TimeSpan.FromMinutes(20));
        await Commit("c", 1, "m2");
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(2, (await Store.FindAsync("c", None))!.State.Turns);
    }

    [Fact]
    public async Task Find_AfterSevenDaysOfSilence_IsNull_SweptOrNot()
    {
        await Commit("c", 0, "m1", "one");
        Clock.Advance(Kept.Transcript - Instant);
        Assert.Equal(0, await Sweep(Retained.Transcript));
        Assert.Equal(["one"], await Payloads("c"));

        Clock.Advance(Instant);
        Assert.Null(await Store.FindAsync("c", None));
        Assert.Empty(await Payloads("c"));
        Assert.Equal(1, await Sweep(Retained.Transcript));
        Assert.Null(await Store.FindAsync("c", None));
        Assert.Equal(0, await Count(Retained.Transcript));
    }

    [Fact]
    public async Task Sweep_OfATalkThatGoesOn_TakesWhatIsSevenDaysOldAndNoMore()
    {
        await Commit("c", 0, "m1", "first", "answer");
        Clock.Advance(TimeSpan.FromDays(4));
        await Commit("c", 1, "m2", "second", "answer 2");
        Clock.Advance(TimeSpan.FromDays(3));
        // Gone for readers before it is swept.
        Assert.Equal(["second", "answer 2"], await Payloads("c"));

        Assert.Equal(1, await Sweep(Retained.Transcript));
        Assert.Equal(0, await Sweep(Retained.Transcript));

        Assert.Equal(["second", "answer 2"], await Payloads("c"));
        Assert.Equal((2, 4), ((await Store.FindAsync("c", None))!.Version, (await Store.FindAsync("c", None))!.LastPosition));
        Assert.Equal(CommitOutcome.Duplicate, (await Commit("c", 2, "m2", "x")).Outcome);
        var next = await Commit("c", 2, "m3", "third");
        Assert.Equal([new TranscriptEntry(5, "third")], next.Entries);
    }

    [Fact]
    public async Task Sweep_OfStates_TakesTheSilentOnesOnlyAndCountsThem()
    {
        await Commit("old 1", 0, "m", "x");
        await Commit("old 2", 0, "m", "x");
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Commit("young", 0, "m", "x");
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal((2, 3), (await Count(Retained.State, Kept.State), await Count(Retained.State)));

        Assert.Equal(2, await Sweep(Retained.State));
        Assert.Equal(0, await Sweep(Retained.State));

        Assert.Equal((0, 1), (await Count(Retained.State, Kept.State), await Count(Retained.State)));
        Assert.Equal((3, 0), (await Count(Retained.Transcript), await Count(Retained.Transcript, Kept.Transcript)));
        Assert.Equal(1, (await Store.FindAsync("young", None))!.State.Turns);
        Assert.Equal(["x"], await Payloads("old 1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forget_AfterTheStateHasExpired_TakesTheTranscriptAtOnce(bool swept)
    {
        await Commit("c", 0, "m1", "one");
        Clock.Advance(Kept.State);
        if (swept) await Sweep(Retained.State);
        Assert.Equal(CommitOutcome.Committed, (await Forget("c", 1, "m2", "已删")).Outcome);
        Assert.Equal(["已删"], await Payloads("c"));
    }

    [Fact]
    public void Open_WithoutATimeToKeep_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => OpenAgain(KeyRing, new Retention(TimeSpan.Zero, TimeSpan.FromDays(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => OpenAgain(KeyRing, new Retention(TimeSpan.FromDays(2), TimeSpan.FromDays(1))));
    }
}
