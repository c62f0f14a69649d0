using System.Net;
using System.Text;
using CareCatalog.Testing;
using CareCatalog.Web.Tests;

namespace CareCatalog.Browser.Tests;

/// <summary>The Bot Framework's own Web Chat, unchanged, on another site.</summary>
[Collection(InChromium.Name)]
public sealed class WebChatTests(Chromium chromium)
{
    private const string Question = "我家孩子4岁，刚搬到青岛，想上幼儿园";

    private static readonly string Bundle = Repository.At("tests", "clients", "node_modules", "botframework-webchat", "dist", "webchat.js");

    [RequiresFact(Chromium.Needed, Tools.Clients)]
    public async Task WebChat_QuestionTyped_ShowsTheCard_AndItsButtonSaysItsWords()
    {
        using var school = new HttpListener();
        var site = $"http://localhost:{WidgetTests.FreePort()}";
        school.Prefixes.Add(site + "/");
        school.Start();
        var host = new RunningHost { Settings = { ["DirectLine__AllowedOrigins__0"] = site } };
        await host.InitializeAsync();
        _ = ServeAsync(school, Page(host.Address.GetLeftPart(UriPartial.Authority)));
        try
        {
            await using var window = await chromium.OpenAsync(Look.Desktop, host);
            await window.Page.GotoAsync(site);
            await window.Page.GetByText("您好！").First.WaitForAsync();
            await window.Page.FillAsync("input[data-id='webchat-sendbox-input']", Question);
            await window.Page.PressAsync("input[data-id='webchat-sendbox-input']", "Enter");

            var card = window.Page.Locator(".ac-adaptiveCard").First;
            await card.WaitForAsync();
            Assert.Contains("市教育局", await card.TextContentAsync(), StringComparison.Ordinal);
            Assert.Contains("出处", await card.TextContentAsync(), StringComparison.Ordinal);
            await window.Page.Locator(".webchat__suggested-actions__button", new() { HasText = "详细说说" }).ClickAsync();
            await window.Page.Locator(".ac-adaptiveCard").Nth(1).WaitForAsync();

            var said = await window.Page.Locator(".webchat__bubble--from-user").AllTextContentsAsync();
            Assert.Equal(2, said.Count);
            Assert.Contains(Question, said[0], StringComparison.Ordinal);
            Assert.Contains("详细说说", said[1], StringComparison.Ordinal);
            Assert.Equal(0, await window.Page.GetByText("发送失败").CountAsync());
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static string Page(string host) => $$"""
        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>school</title>
        <style>html, body, #chat { height: 100%; margin: 0 }</style>
        <div id="chat"></div><script src="/webchat.js"></script>
        <script>
          fetch('{{host}}/api/v1/chat/token', { method: 'POST' }).then(response => response.json()).then(({ token }) =>
            WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token, domain: '{{host}}/v3/directline' }), locale: 'zh-CN' }, document.getElementById('chat')));
        </script></html>
        """;

    private static async Task ServeAsync(HttpListener listener, string page)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                var isScript = context.Request.Url!.AbsolutePath == "/webchat.js";
                context.Response.ContentType = isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8";
                context.Response.Close(isScript ? await File.ReadAllBytesAsync(Bundle) : Encoding.UTF8.GetBytes(page), false);
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
