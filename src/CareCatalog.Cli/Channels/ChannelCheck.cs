namespace CareCatalog.Cli.Channels;

/// <summary>One thing that a channel must do.</summary>
/// <param name="Name">The channel and the thing, as in <c>wechat: message</c>.</param>
/// <param name="RunAsync">Does it; gives the reason when it fails, null when it passes.</param>
internal sealed record ChannelCheck(string Name, Func<CancellationToken, Task<string?>> RunAsync)
{
    /// <summary>What every channel is asked.</summary>
    public const string Question = "vaccination for a 4-year-old in Qingdao";

    /// <summary>Null when the answer has one of the statuses, else what it had.</summary>
    public static string? Expect(HttpResponseMessage response, params ReadOnlySpan<int> statuses) =>
        statuses.Contains((int)response.StatusCode) ? null : $"{(int)response.StatusCode} {response.ReasonPhrase}";
}
