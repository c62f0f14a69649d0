using System.Collections.Concurrent;
using System.Data.Common;
using CareCatalog.Channels.Sending;
using CareCatalog.Dialogs;
using CareCatalog.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace CareCatalog.Channels.Tests.Sending;

public sealed class CourierTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Doorbell bell = new();
    private readonly Mock<IOutbox> outbox = new();
    private readonly ConcurrentQueue<OutboundReply> due = [];
    private readonly TaskCompletionSource<(OutboundReply Reply, DateTimeOffset? Again)> settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CourierTests()
    {
        outbox.Setup(each => each.TakeDueAsync(It.IsAny<int>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => due.TryDequeue(out var reply) ? [reply] : []);
        outbox.Setup(each => each.SettleAsync(It.IsAny<OutboundReply>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()))
            .Returns((OutboundReply reply, DateTimeOffset? again, CancellationToken _) =>
            {
                settled.TrySetResult((reply, again));
                return default;
            });
    }

    private OutboundReply Reply(int attempts = 1, TimeSpan? age = null, string carrier = "post") =>
        new("c", 1, carrier, "the reply", attempts, clock.GetUtcNow() - (age ?? TimeSpan.Zero));

    private async Task<(OutboundReply Reply, DateTimeOffset? Again)> CarryAsync(OutboundReply reply, Delivery delivery, Action? before = null)
    {
        var carrier = new Mock<ICarrier>();
        carrier.Setup(each => each.Name).Returns("post");
        carrier.Setup(each => each.CarryAsync(It.Is<OutboundReply>(taken => taken.Payload == "the reply"), It.IsAny<CancellationToken>())).ReturnsAsync(delivery);
        using var courier = new Courier(
            outbox.Object, [carrier.Object], bell, Options.Create(new OutboxOptions()), clock, NullLogger<Courier>.Instance);
        before?.Invoke();
        await courier.StartAsync(default);
        due.Enqueue(reply);
        bell.Ring(Doorbell.Outbox);
        var result = await settled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await courier.StopAsync(default);
        return result;
    }

    [Theory]
    [InlineData(Delivery.Taken)]
    [InlineData(Delivery.Refused)]
    public async Task Carry_DeliveredOrNever_IsStruckOff(Delivery delivery) =>
        Assert.Null((await CarryAsync(Reply(), delivery)).Again);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(7, 60)]
    [InlineData(1000, 60)]
    public async Task Carry_Later_IsPutBackForLongerEachTime(int attempts, int seconds)
    {
        var (_, again) = await CarryAsync(Reply(attempts), Delivery.Unreachable);
        Assert.InRange((again!.Value - clock.GetUtcNow()).TotalSeconds, seconds * 0.8, seconds * 1.2);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public async Task Carry_LaterThanIsOfUse_IsGivenUp(int minutes, bool givenUp) =>
        Assert.Equal(givenUp, (await CarryAsync(Reply(9, TimeSpan.FromMinutes(minutes)), Delivery.Unreachable)).Again is null);

    [Fact]
    public async Task Carry_ByNobodyWeKnow_Waits() => Assert.NotNull((await CarryAsync(Reply(carrier: "pigeon"), Delivery.Taken)).Again);

    [Fact]
    public async Task Carry_OutboxOutOfReachAtFirst_GoesOn()
    {
        var failures = 3;
        outbox.Setup(each => each.CountWaitingAsync(It.IsAny<CancellationToken>())).Returns(() =>
            failures-- > 0 ? throw new Outage() : new ValueTask<long>(0));
        Assert.Null((await CarryAsync(Reply(), Delivery.Taken)).Again);
    }

    private sealed class Outage() : DbException("The store is out of reach.");
}
