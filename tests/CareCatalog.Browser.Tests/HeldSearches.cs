using System.Threading.Channels;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>The console's searches of a window, each held until the test lets it go on: so answers arrive in the order the test says.</summary>
public sealed class HeldSearches
{
    private readonly Channel<IRoute> asked = Channel.CreateUnbounded<IRoute>();

    private HeldSearches()
    {
    }

    /// <summary>Holds every search of a window from now on.</summary>
    public static async Task<HeldSearches> OfAsync(Window window)
    {
        var held = new HeldSearches();
        await window.Page.RouteAsync("**/console/api/search", route => held.asked.Writer.WriteAsync(route).AsTask());
        return held;
    }

    /// <summary>The next search for a text; those for others that come before it stay held for good.</summary>
    public async Task<IRoute> NextAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var route = await asked.Reader.ReadAsync(patience.Token);
            if (route.Request.PostData?.StartsWith("q=" + Uri.EscapeDataString(text) + "&", StringComparison.Ordinal) == true) return route;
        }
    }
}
