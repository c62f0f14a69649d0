using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>A browser window, and all that went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string Pictures =
        Environment.GetEnvironmentVariable("CARECATALOG_PICTURES") ?? Directory.CreateTempSubdirectory("carecatalog-pictures-").FullName;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> faults = new();

    public Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, fault) => faults.Enqueue(fault);
        page.Dialog += (_, dialog) =>
        {
            faults.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, line) =>
        {
            // A refused connection is what some tests are about; everything else that is an error is one.
            if (line.Type == "error" && !line.Text.Contains("ERR_", StringComparison.Ordinal) && !line.Text.Contains("WebSocket", StringComparison.Ordinal)
                && !line.Text.Contains("status of", StringComparison.Ordinal)) faults.Enqueue(line.Text);
        };
    }

    public IPage Page { get; }

    public IBrowserContext Context => context;

    /// <summary>Script errors, dialogs, and what the content policy refused.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Opens the chat page and waits for the greeting.</summary>
    public async Task<Window> ChatAsync(string path = "/")
    {
        await Page.GotoAsync(path);
        await Page.Locator("#talk .bot").First.WaitForAsync();
        return this;
    }

    /// <summary>Types a message, sends it, and gives the answer to it.</summary>
    public async Task<ILocator> SayAsync(string text)
    {
        await Page.FillAsync("#text", text);
        return await AfterAsync(() => Page.PressAsync("#text", "Enter"));
    }

    /// <summary>Taps a button and gives the answer to it.</summary>
    public Task<ILocator> TapAsync(string title) => AfterAsync(() => Page.Locator("#talk button:enabled", new() { HasText = title }).Last.ClickAsync());

    /// <summary>Opens the console and waits until it can be searched.</summary>
    public async Task<Window> ConsoleAsync(string path = "/console")
    {
        await Page.GotoAsync(path);
        await Page.Locator("#caller-place option").Nth(1).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.Locator("#facets select").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return this;
    }

    /// <summary>Types into the console's field and waits for what is found.</summary>
    public async Task LookUpAsync(string text)
    {
        await Page.FillAsync("#search", text);
        await FoundAsync();
    }

    /// <summary>Waits until the console's list is the one of the newest search.</summary>
    public Task FoundAsync() => Page.Locator("#results:not([aria-busy])").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until a page changed in place has a path. Playwright's own waiting for an address misses, now and then, one that changes without loading.</summary>
    public Task ArrivedAsync(string path) => UntilAsync($"location.pathname === '{path}'");

    /// <summary>Waits until an expression is true. The page's policy forbids what Playwright's own waiting would do in it.</summary>
    public async Task UntilAsync(string expression, int seconds = 10)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            if (await Page.EvaluateAsync<bool>(expression)) return;
            await Task.Delay(50);
        }
        Assert.Fail($"{expression} is not true after {seconds} seconds");
    }

    /// <summary>Takes a picture, into the folder that docs/screens/make.sh names, or a temporary one.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="full">The whole page, on a screen as high as it is: what sticks to an edge of the screen then covers nothing.</param>
    public async Task TakeAsync(string name, bool full = false)
    {
        await Task.Delay(300);
        if (full && await Page.Locator("body").BoundingBoxAsync() is { } page && Page.ViewportSize is { } screen)
            await Page.SetViewportSizeAsync(screen.Width, Math.Max(screen.Height, (int)Math.Ceiling(page.Height)));
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = full });
        Assert.Empty(Faults);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task<ILocator> AfterAsync(Func<Task> act)
    {
        var answers = Page.Locator("#talk .bot");
        var before = await answers.CountAsync();
        await act();
        var next = answers.Nth(before);
        await next.WaitForAsync();
        return next;
    }
}
