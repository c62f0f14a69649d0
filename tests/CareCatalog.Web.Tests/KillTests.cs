using CareCatalog.Faults;

namespace CareCatalog.Web.Tests;

/// <summary>A moment of what <c>tests/faults.sh</c> does at length: the host is killed while people talk.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Kill_UnderLoad_EachAcknowledgedMessageIsThereOnceInOrderAndAnswered()
    {
        var host = new RunningHost();
        await host.InitializeAsync();
        try
        {
            using var crowd = new Crowd(host.Address, 4);
            crowd.Start();
            for (var kill = 1; kill <= 3; kill++)
            {
                var before = crowd.Acknowledged;
                while (crowd.Acknowledged < before + 20) await Task.Delay(20);
                await host.KillAsync();
                await host.InitializeAsync();
            }
            await crowd.StopAsync();
            Assert.Empty(await crowd.JudgeAsync());
        }
        finally
        {
            await host.DisposeAsync();
        }
    }
}
