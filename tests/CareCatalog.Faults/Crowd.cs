namespace CareCatalog.Faults;

/// <summary>Talkers who talk until they are told to stop, whatever befalls the host meanwhile.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(15) };
    private readonly CancellationTokenSource over = new();
    private readonly List<Talker> talkers;
    private Task talking = Task.CompletedTask;

    public Crowd(Uri address, int count) => talkers = [.. Enumerable.Range(0, count).Select(_ => new Talker(client, address))];

    public IReadOnlyList<Talker> Talkers => talkers;

    public int Acknowledged => talkers.Sum(talker => talker.Acknowledged);

    /// <summary>Begins.</summary>
    public void Start(TimeSpan pause = default) => talking = Task.WhenAll(talkers.Select(async talker =>
    {
        await talker.StartAsync();
        while (!over.IsCancellationRequested)
        {
            await talker.SayAsync();
            if (pause > TimeSpan.Zero) await Task.Delay(pause);
        }
    }));

    /// <summary>Lets everyone finish what they are saying.</summary>
    public async Task StopAsync()
    {
        await over.CancelAsync();
        await talking;
    }

    /// <summary>Everything wrong with what the host has.</summary>
    public async Task<IReadOnlyList<string>> JudgeAsync()
    {
        var marks = talkers.Select(talker => talker.Mark).ToHashSet();
        var wrong = new List<string>();
        foreach (var talker in talkers) wrong.AddRange(await talker.JudgeAsync(marks));
        return wrong;
    }

    public void Dispose()
    {
        client.Dispose();
        over.Dispose();
    }
}
