using System.Diagnostics;
using CareCatalog.Web.Tests;
using CareCatalog.Web.Tests.Tokens;

namespace CareCatalog.Cli.Tests;

/// <summary><c>channel-check</c> against a running host.</summary>
public sealed class ChannelCheckTests : IAsyncLifetime
{
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private static readonly (string Name, string Value)[] Accounts =
    [
        ("WeChat:AppId", "wx1"), ("WeChat:Token", "t1"), ("WeChat:EncodingAesKey", Key),
        ("WeCom:CorpId", "ww1"), ("WeCom:AgentId", "7"), ("WeCom:Token", "t2"), ("WeCom:EncodingAesKey", Key),
        ("DirectLine:Secret", "the secret"),
    ];

    private readonly RunningHost host = new();
    private TokenIssuer issuer = null!;

    public async Task InitializeAsync()
    {
        issuer = await TokenIssuer.StartAsync();
        // What the bot is given is what the Emulator would bring.
        issuer.Given = issuer.Sign(TokenIssuer.App(TokenIssuer.Bot));
        host.Settings.Remove("Clock__Now");
        foreach (var (name, value) in issuer.Settings) host.Settings[name] = value;
        foreach (var (name, value) in Accounts) host.Settings[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await issuer.DisposeAsync();
    }

    private (string, string)[] Everything =>
        [.. Accounts, ("BotFramework:AppId", TokenIssuer.Bot), ("BotFramework:AppPassword", "the password"), ("BotFramework:TokenUrl", $"{issuer.Address}/token")];

    private static async Task<(int Code, string Output)> RunAsync(string url, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CareCatalog.Cli.dll"), "channel-check", url])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.ArgumentList.Add("--setting");
            start.ArgumentList.Add($"{name}={value}");
        }
        using var run = Process.Start(start)!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await run.WaitForExitAsync(patience.Token);
        return (run.ExitCode, await output + await errors);
    }

    [Fact]
    public async Task Check_WithEveryCredential_PassesEachByName()
    {
        var (code, output) = await RunAsync(host.Address.ToString(), Everything);
        Assert.True(code == 0, output);
        foreach (var name in new[]
        {
            "host: ready", "directline: message", "directline: forged token refused", "botframework: message", "botframework: forged token refused",
            "wechat: verification", "wechat: message", "wecom: verification", "wecom: forged verification refused", "wecom: message", "wecom: unsealed message refused",
        })
            Assert.Contains($"pass  {name}\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("FAIL", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WeChat:Token", "another", "FAIL  wechat: verification: 403")]
    [InlineData("WeChat:AppId", "wx2", "FAIL  wechat: message: 403")]
    [InlineData("WeCom:EncodingAesKey", "short", "FAIL  wecom: credentials")]
    [InlineData("WeCom:EncodingAesKey", "aWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "FAIL  wecom: verification: 403")]
    [InlineData("DirectLine:Secret", "another", "FAIL  directline: token: 403")]
    [InlineData("BotFramework:AppPassword", "", "FAIL  botframework: message: BotFramework:AppId")]
    public async Task Check_WithACredentialThatIsWrong_FailsByName(string name, string value, string said)
    {
        var (code, output) = await RunAsync(host.Address.ToString(), [.. Everything.Where(setting => setting.Item1 != name), (name, value)]);
        Assert.Equal(1, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithoutCredentials_FailsWhereTheChannelIsOn()
    {
        var (code, output) = await RunAsync(host.Address.ToString());
        Assert.Equal(1, code);
        Assert.Contains("FAIL  wechat: off: it is on", output, StringComparison.Ordinal);
        Assert.Contains("pass  directline: message", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhereNobodyListens_Fails()
    {
        var (code, output) = await RunAsync("http://127.0.0.1:9");
        Assert.Equal(1, code);
        Assert.Contains("FAIL  host: healthy", output, StringComparison.Ordinal);
    }
}
