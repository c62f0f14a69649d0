using System.Net;
using System.Text.RegularExpressions;
using CareCatalog.Testing;
using CareCatalog.Web.Console;
using CareCatalog.Web.Tests;
using Microsoft.Extensions.Options;

namespace CareCatalog.Browser.Tests;

/// <summary>Who may use the console, and what may frame the pages.</summary>
public sealed partial class DoorTests
{
    [Fact]
    public async Task Accounts_AreAskedForNameAndPassword_AndLocked()
    {
        var host = new RunningHost
        {
            Settings =
            {
                ["Console__Accounts__0__Name"] = "ma", ["Console__Accounts__0__PasswordHash"] = StaffDoor.Hash("right horse"),
                ["Console__AttemptsBeforeLock"] = "3", ["Widget__Sites__0"] = "https://school.example",
            },
        };
        await host.InitializeAsync();
        try
        {
            using var client = Client(host);
            using var turned = await client.GetAsync("/console/rows/370200-02");
            Assert.Equal(HttpStatusCode.Redirect, turned.StatusCode);
            Assert.StartsWith("/console/sign-in", turned.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
            using var told = await client.GetAsync("/console/api/rows/370200-02");
            Assert.Equal(HttpStatusCode.Unauthorized, told.StatusCode);

            using var forged = await client.PostAsync("/console/sign-in", Form(("name", "ma"), ("password", "right horse")));
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
            using var entered = await SignInAsync(client, "ma", "right horse", "//evil.example");
            Assert.Equal("/console", entered.Headers.Location!.OriginalString);
            var cookie = entered.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("carecatalog.staff", StringComparison.Ordinal));
            Assert.Matches("path=/console; .*samesite=strict; httponly", cookie);
            using var page = await client.GetAsync("/console");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            using var family = await client.GetAsync("/");
            Assert.EndsWith("frame-ancestors 'self' https://school.example", family.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

            using var other = Client(host);
            for (var i = 0; i < 3; i++)
            {
                using var wrong = await SignInAsync(other, "ma", "wrong");
                Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            }
            using var locked = await SignInAsync(other, "ma", "right horse");
            Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Production_WithNobodyNamed_IsClosed_AndAProxyVouchesFromItsAddressOnly()
    {
        var host = new RunningHost
        {
            Settings = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["BotFramework__AppId"] = "11111111-1111-1111-1111-111111111111", ["Console__ProxyHeader"] = "X-Remote-User", ["Console__ProxyAddresses__0"] = "127.0.0.1" },
        };
        await host.InitializeAsync();
        try
        {
            using var client = Client(host);
            using var closed = await client.GetAsync("/console");
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
            client.DefaultRequestHeaders.Add("X-Remote-User", "ma");
            using var open = await client.GetAsync("/console");
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Proxy_FromAnotherAddress_VouchesForNobody()
    {
        var host = new RunningHost
        {
            Settings = { ["Console__ProxyHeader"] = "X-Remote-User", ["Console__ProxyAddresses__0"] = "192.0.2.1" },
        };
        await host.InitializeAsync();
        try
        {
            using var client = Client(host);
            client.DefaultRequestHeaders.Add("X-Remote-User", "ma");
            using var turned = await client.GetAsync("/console");
            Assert.Equal(HttpStatusCode.Redirect, turned.StatusCode);
            using var told = await client.PostAsync("/console/api/search", Form(("q", "x")));
            Assert.Equal(HttpStatusCode.Unauthorized, told.StatusCode);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task SignOut_EndsTheSession_AndOnlyByTheConsolesOwnForm()
    {
        var host = new RunningHost
        {
            Settings = { ["Console__Accounts__0__Name"] = "ma", ["Console__Accounts__0__PasswordHash"] = StaffDoor.Hash("right horse") },
        };
        await host.InitializeAsync();
        try
        {
            using var client = Client(host);
            using var entered = await SignInAsync(client, "ma", "right horse", "/console/coverage");
            Assert.Equal("/console/coverage", entered.Headers.Location!.OriginalString);
            using var forged = await client.PostAsync("/console/sign-out", Form(("back", "x")));
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
            var account = await client.GetStringAsync("/console/sign-in?lang=en-US");
            Assert.Contains("Signed in: ma", account, StringComparison.Ordinal);
            using var left = await client.PostAsync("/console/sign-out", Form(("__RequestVerificationToken", Token().Match(account).Groups[1].Value)));
            Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
            using var turned = await client.GetAsync("/console");
            Assert.Equal(HttpStatusCode.Redirect, turned.StatusCode);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public void Lock_OfAnAccount_EndsAfterItsMinutes_AndLeavesOthersAlone()
    {
        var clock = new FakeTimeProvider();
        var options = new ConsoleOptions { AttemptsBeforeLock = 2, LockMinutes = 15 };
        options.Accounts.Add(new StaffAccount { Name = "ma", PasswordHash = StaffDoor.Hash("right horse") });
        options.Accounts.Add(new StaffAccount { Name = "li", PasswordHash = StaffDoor.Hash("other horse") });
        var door = new StaffDoor(Options.Create(options), clock);
        Assert.False(door.Admits("ma", "wrong"));
        Assert.False(door.Admits("MA", "wrong"));
        Assert.False(door.Admits("ma", "right horse"));
        Assert.True(door.Admits("li", "other horse"));
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True(door.Admits("ma", "right horse"));
        Assert.False(door.Admits("nobody", "wrong"));
    }

    [Fact]
    public async Task Development_IsOpenFromThisMachineOnly()
    {
        var host = new RunningHost();
        await host.InitializeAsync();
        try
        {
            using var client = Client(host);
            using var open = await client.GetAsync("/console");
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
            using var closed = await client.GetAsync("/console");
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
            using var crossed = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = Form(("text", "x")) };
            crossed.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var refused = await client.SendAsync(crossed);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static HttpClient Client(RunningHost host) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

    private static FormUrlEncodedContent Form(params (string, string)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string password, string back = "/console")
    {
        var token = Token().Match(await client.GetStringAsync("/console/sign-in")).Groups[1].Value;
        return await client.PostAsync("/console/sign-in", Form(("name", name), ("password", password), ("__RequestVerificationToken", token), ("back", back)));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
