using CareCatalog.Faults;
using CareCatalog.Faults.Scenarios;

// The harness starts itself again as the host under test, so that it can end it at a point of its own choosing.
if (args is ["host", .. var own]) return HostMode.Run(own);
if (args is ["bare", var port]) return await BareEndpoint.RunAsync(int.Parse(port));
if (args is ["nodes", ..]) return await ThreeNodes.ServeAsync();

var size = args.Contains("--short") ? 0.1 : 1;
Scenario[] all =
[
    new KillAtRandom(size), new KillAtPoints(size), new RepeatedDeliveries(size), new DiskFull(), new ClockJumps(), new LostKeyRing(),
    new EditionSwaps(size), new PlantedMarksSqlite(size), new PlantedMarksPostgres(size), new PostgresRestarts(size), new FailOvers(size), new NodeLost(size),
    new Load(size), new SwapLoad(size), new NodesLoad(size), new OpenStreams(size),
];
var wanted = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
var results = new List<(Scenario Scenario, Finding Finding, TimeSpan Took)>();
foreach (var scenario in all.Where(scenario => wanted.Count == 0 || wanted.Contains(scenario.Name)))
{
    Console.Error.WriteLine($"{scenario.Name} …");
    var began = TimeProvider.System.GetTimestamp();
    Finding finding;
    try
    {
        finding = await scenario.RunAsync();
    }
#pragma warning disable CA1031 // A scenario that breaks off has failed; the others still run.
    catch (Exception failure)
#pragma warning restore CA1031
    {
        finding = new Finding(false, $"broke off: {failure.Message.ReplaceLineEndings(" ")}");
        Console.Error.WriteLine(failure);
    }
    results.Add((scenario, finding, TimeProvider.System.GetElapsedTime(began)));
    Console.Error.WriteLine($"  {(finding.Holds ? "holds" : "FAILS")}: {finding.Figures}");
}
Console.WriteLine("| case | holds | found | s |\n|---|---|---|---|");
foreach (var (scenario, finding, took) in results)
    Console.WriteLine($"| {scenario.Title} | {(finding.Holds ? "yes" : "**no**")} | {finding.Figures} | {took.TotalSeconds:0} |");
Console.WriteLine($"\n{Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the end.");
return results.All(result => result.Finding.Holds) ? 0 : 1;
