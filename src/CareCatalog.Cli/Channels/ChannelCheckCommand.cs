using System.CommandLine;
using System.CommandLine.Parsing;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.WeChat;
using CareCatalog.Channels.WeCom;
using Microsoft.Extensions.Configuration;

namespace CareCatalog.Cli.Channels;

/// <summary><c>channel-check</c>: calls a running host as each channel would, and says by name what passed and what failed.</summary>
internal static class ChannelCheckCommand
{
    private const int Failed = 1;

    public static Command Build()
    {
        var url = new Argument<Uri?>("url") { Description = "The host, as in http://localhost:5080", CustomParser = ReadAddress };
        var settings = new Option<string[]>("--setting")
        {
            Description = "A credential of the host by its setting's name, as in WeChat:Token=abc; environment variables such as WeChat__Token serve as well",
        };
        settings.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1)) result.AddError("--setting is NAME=VALUE.");
        });
        var command = new Command("channel-check", "Checks every channel of a running host: exit 0 all passed, 1 something failed.") { url, settings };
        command.SetAction((result, cancellation) => RunAsync(result.GetValue(url)!, result.GetValue(settings) ?? [], cancellation));
        return command;
    }

    private static Uri? ReadAddress(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            return address;
        result.AddError($"'{result.Tokens[0].Value}' is not an address such as http://localhost:5080.");
        return null;
    }

    private static async Task<int> RunAsync(Uri url, string[] given, CancellationToken cancellation)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables()
            .AddInMemoryCollection(given.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();
        using var host = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(15) };
        var failures = 0;
        foreach (var check in Checks(host, settings))
        {
            var reason = await ReasonAsync(check, cancellation);
            Console.WriteLine(reason is null ? $"pass  {check.Name}" : $"FAIL  {check.Name}: {reason}");
            if (reason is not null) failures++;
        }
        Console.WriteLine(failures == 0 ? "all passed" : $"{failures} failed");
        return failures == 0 ? 0 : Failed;
    }

    private static IEnumerable<ChannelCheck> Checks(HttpClient host, IConfiguration settings) =>
    [
        .. HostChecks.Of(host),
        .. DirectLineChecks.Of(host, settings["DirectLine:Secret"]),
        .. BotFrameworkChecks.Of(host, settings.GetSection("BotFramework").Get<BotFrameworkOptions>() ?? new()),
        .. CallbackChecks.OfWeChat(host, settings.GetSection("WeChat").Get<WeChatOptions>() ?? new()),
        .. CallbackChecks.OfWeCom(host, settings.GetSection("WeCom").Get<WeComOptions>() ?? new()),
    ];

    private static async Task<string?> ReasonAsync(ChannelCheck check, CancellationToken cancellation)
    {
        try
        {
            return await check.RunAsync(cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or System.Text.Json.JsonException or InvalidOperationException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return failure.Message;
        }
    }
}
