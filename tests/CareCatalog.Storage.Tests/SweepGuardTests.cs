using CareCatalog.Dialogs;
using CareCatalog.Testing;
using Moq;

namespace CareCatalog.Storage.Tests;

public sealed class SweepGuardTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly FakeTimeProvider clock = new();
    private readonly Mock<IConversationStore> store = new();

    private ValueTask<bool> Ask(SweepGuard guard, long silent, long all)
    {
        store.Setup(each => each.CountAsync(Retained.Transcript, It.IsAny<DateTimeOffset>(), default))
            .ReturnsAsync((Retained _, DateTimeOffset since, CancellationToken _) => since == DateTimeOffset.MaxValue ? all : silent);
        return guard.AllowsAsync(clock.GetUtcNow(), default);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(SweepGuard.Few, SweepGuard.Few, true)]
    [InlineData(500, 1000, true)]
    [InlineData(501, 1000, false)]
    [InlineData(101, 101, false)]
    public async Task Allows_MostAtOnce_IsHeldBack(long silent, long all, bool allowed) =>
        Assert.Equal(allowed, await Ask(new SweepGuard(store.Object, Retained.Transcript, Patience, clock), silent, all));

    [Fact]
    public async Task Allows_MostForAsLongAsPatienceLasts_IsBelieved()
    {
        var guard = new SweepGuard(store.Object, Retained.Transcript, Patience, clock);
        Assert.False(await Ask(guard, 900, 1000));
        clock.Advance(Patience - TimeSpan.FromSeconds(1));
        Assert.False(await Ask(guard, 900, 1000));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await Ask(guard, 900, 1000));
    }

    [Fact]
    public async Task Allows_TheClockPutRightInBetween_BeginsToWaitAnew()
    {
        var guard = new SweepGuard(store.Object, Retained.Transcript, Patience, clock);
        Assert.False(await Ask(guard, 900, 1000));
        clock.Advance(Patience);
        Assert.True(await Ask(guard, 10, 1000));
        Assert.False(await Ask(guard, 900, 1000));
    }
}
