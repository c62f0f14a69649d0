namespace CareCatalog.Faults.Scenarios;

/// <summary>The key ring is not there, though data is.</summary>
internal sealed class LostKeyRing() : Scenario("key ring missing")
{
    public override async Task<Finding> RunAsync()
    {
        await using var host = new HostUnderTest();
        await host.StartAsync();
        using var crowd = new Crowd(host.Address, 1);
        await crowd.Talkers[0].StartAsync();
        await crowd.Talkers[0].SayAsync();
        await host.KillAsync();
        var ring = Path.Combine(host.Folder, "data", "keyring.json");
        File.Move(ring, ring + ".away");
        host.Launch();
        var code = await host.EndAsync();
        var (named, remade) = (host.Log.Contains("keyring.json is missing", StringComparison.Ordinal), File.Exists(ring));
        File.Move(ring + ".away", ring);
        await host.StartAsync();
        var wrong = await crowd.JudgeAsync();
        return new Finding(code != 0 && named && !remade && wrong.Count == 0, $"refuses to start (exit code {code}){(named ? ", naming it" : "")}{(remade ? ", but made another" : "")}; put back, {wrong.Count} wrong");
    }
}
