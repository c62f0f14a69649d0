using System.Net;
using System.Net.Sockets;
using System.Text;
using CareCatalog.Testing;
using CareCatalog.Web.Tests;
using Microsoft.Playwright;

namespace CareCatalog.Browser.Tests;

/// <summary>The widget on another site.</summary>
[Collection(InChromium.Name)]
public sealed class WidgetTests(Chromium chromium)
{
    [RequiresTheory(Chromium.Needed)]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task Button_OpensTheTalk_AndCloses(int width, int height)
    {
        using var school = new HttpListener();
        var site = $"http://localhost:{FreePort()}";
        school.Prefixes.Add(site + "/");
        school.Start();
        var host = new RunningHost { Settings = { ["Widget__Sites__0"] = site } };
        await host.InitializeAsync();
        _ = ServeAsync(school, $"<!doctype html><html lang=zh-CN><title>school</title><style>button {{ display: none; }}</style><script async src=\"{host.Address}embed.js\" data-language=\"zh-CN\"></script><h1>school</h1>");
        try
        {
            await using var window = await chromium.OpenAsync(new Look(width, height), host);
            await window.Page.GotoAsync(site);
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "流动儿童服务咨询" }).ClickAsync();
            var panel = window.Page.FrameLocator("iframe");
            await panel.Locator("#talk .bot").First.WaitForAsync();
            await panel.Locator("#text").FillAsync("孩子4岁，在青岛，幼儿园");
            await panel.Locator("#text").PressAsync("Enter");
            await panel.Locator(".contact").First.WaitForAsync();
            var box = (await window.Page.Locator("iframe").BoundingBoxAsync())!;
            if (width < 600) Assert.Equal((width, height), ((int)box.Width, (int)box.Height));
            await panel.Locator("#close").ClickAsync();
            await window.Page.Locator("iframe").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            Assert.Empty(window.Faults);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    // Another site, on another origin.
    private static async Task ServeAsync(HttpListener listener, string page)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Close(Encoding.UTF8.GetBytes(page), false);
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    internal static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
