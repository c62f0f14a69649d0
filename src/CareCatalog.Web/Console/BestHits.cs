namespace CareCatalog.Web.Console;

/// <summary>The best of many hits: the higher score, and of equal ones the earlier.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class BestHits(int most)
{
    private readonly PriorityQueue<ConsoleHit, (double, int)> kept = new();

    /// <summary>How many there were in all.</summary>
    public int Total { get; private set; }

    /// <summary>Takes one in; of those kept the lowest score, and of equal ones the last, gives way.</summary>
    public void Add(ConsoleHit hit)
    {
        Total++;
        if (Total <= most) kept.Enqueue(hit, (hit.Score, -Total));
        else if (kept.TryPeek(out _, out var least) && hit.Score > least.Item1) kept.EnqueueDequeue(hit, (hit.Score, -Total));
    }

    /// <summary>Hands them out, the best first; none are kept after that.</summary>
    public IReadOnlyList<ConsoleHit> Take()
    {
        var best = new List<ConsoleHit>(kept.Count);
        while (kept.TryDequeue(out var hit, out _)) best.Add(hit);
        best.Reverse();
        return best;
    }
}
