using CareCatalog.Testing;
using CareCatalog.Web.Tests;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>Debian's Chromium and one running host, for all tests of a collection.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>What a test needs: <c>[RequiresFact(Chromium.Needed)]</c>.</summary>
    public const string Needed = "chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-quic", "--disable-dev-shm-usage",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The host all tests share; those that stop it start one of their own.</summary>
    public RunningHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        if (Tools.Missing(Needed) is not null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
        await Host.InitializeAsync();
    }

    /// <summary>A fresh browser window, with nothing stored.</summary>
    public async Task<Window> OpenAsync(Look? look = null, RunningHost? host = null)
    {
        look ??= Look.Phone;
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = (host ?? Host).Address.ToString(),
            Locale = look.Language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            JavaScriptEnabled = look.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(10_000);
        return new Window(context, await context.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (browser is not null) await Host.DisposeAsync();
    }
}
