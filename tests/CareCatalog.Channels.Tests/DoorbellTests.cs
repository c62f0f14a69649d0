namespace CareCatalog.Channels.Tests;

public sealed class DoorbellTests
{
    private readonly Doorbell bell = new();

    [Fact]
    public void Ring_WakesAllWhoWaitOnThatConversationOnly()
    {
        var (one, two, other) = (bell.NextRing("c"), bell.NextRing("c"), bell.NextRing("d"));
        bell.Ring("c");
        Assert.True(one.IsCompletedSuccessfully && two.IsCompletedSuccessfully);
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public void Ring_IsNotKept()
    {
        bell.Ring("c");
        Assert.False(bell.NextRing("c").IsCompleted);
    }
}
