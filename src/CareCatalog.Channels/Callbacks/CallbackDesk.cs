using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using CareCatalog.Channels.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareCatalog.Channels.Callbacks;

/// <summary>The desk at <c>/channels/…</c>: what a platform calls to verify the address and to hand in messages.</summary>
internal sealed class CallbackDesk(MessageTurn turn, TurnLimits limits, IHostApplicationLifetime life, TimeProvider clock, ILogger<CallbackDesk> log)
{
    // What the platform takes for: received, no answer now. Anything else would be shown as a failure.
    private const string Received = "success";
    private const int LongestEcho = 1024;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly Refusal Forbidden = new(403, "BadSignature", "The signature or the time of the call is not accepted.");

    /// <summary><c>GET</c>: shows that the address is this account's.</summary>
    public async Task<Refusal?> VerifyAsync(HttpContext context, MessageLine line)
    {
        var (time, nonce, echo) = (Query(context, "timestamp"), Query(context, "nonce"), Query(context, "echostr"));
        if (echo.Length > LongestEcho) return new Refusal(400, "BadArgument", "echostr is too long.");
        var isSigned = line.EchoIsSealed
            ? line.Seal.IsSigned(Query(context, "msg_signature"), time, nonce, echo)
            : line.Seal.IsSigned(Query(context, "signature"), time, nonce);
        if (!isSigned || !IsNow(time)) return Forbidden;
        // An echo in the clear is signed by nobody, so it is repeated only where it can mean nothing.
        var answer = line.EchoIsSealed ? line.Seal.Open(echo) : echo.All(char.IsAsciiLetterOrDigit) ? echo : null;
        if (answer is null) return line.EchoIsSealed ? Forbidden : new Refusal(400, "BadArgument", "echostr is not letters and digits.");
        await WriteAsync(context, answer, MediaTypeNames.Text.Plain);
        return null;
    }

    /// <summary><c>POST</c>: takes a message; answers it, or says that it was received and sends the answer later.</summary>
    public async Task<Refusal?> ReceiveAsync(HttpContext context, MessageLine line)
    {
        var (message, refusal) = await ReadAsync(context, line);
        if (refusal is not null) return refusal;
        // A refusal would be shown as a failure of the account, and the message sent again.
        if (limits.Take(line.ConversationOf(message!), user: null) is not null)
        {
            await WriteAsync(context, Received, MediaTypeNames.Text.Plain);
            return null;
        }

        // The turn goes on when the platform hangs up: the answer is then sent as a message.
        var taking = turn.TakeAsync(line, message!, life.ApplicationStopping);
        if (await IsInTimeAsync(taking, line.AnswerWithin))
        {
            var (texts, isRepeated) = await taking;
            if (texts.Count > 1 && !isRepeated)
                context.Response.OnCompleted(() => SendAsync(line, message!.Sender, Task.FromResult<IEnumerable<string>>(texts.Skip(1))));
            await AnswerAsync(context, line, message!, texts);
            return null;
        }
        await WriteAsync(context, Received, MediaTypeNames.Text.Plain);
        _ = SendAsync(line, message!.Sender, LateAsync(taking));
        return null;
    }

    private static async Task<IEnumerable<string>> LateAsync(Task<(IReadOnlyList<string> Texts, bool IsRepeated)> taking)
    {
        var (texts, isRepeated) = await taking;
        return isRepeated ? [] : texts;
    }

    private async Task<(InboundMessage?, Refusal?)> ReadAsync(HttpContext context, MessageLine line)
    {
        var (bytes, refusal) = await BoundedBody.ReadAsync(context.Request);
        if (refusal is not null) return (null, refusal);
        using var body = new MemoryStream(bytes!);
        if (MessageXml.Read(body) is not { } envelope) return (null, new Refusal(400, "BadArgument", "The body is not the XML expected here."));
        if (!envelope.TryGetValue("Encrypt", out var inside))
            return (null, new Refusal(400, "NotSealed", "Only sealed messages are taken: choose safe mode on the platform."));
        var time = Query(context, "timestamp");
        if (!line.Seal.IsSigned(Query(context, "msg_signature"), time, Query(context, "nonce"), inside) || !IsNow(time)) return (null, Forbidden);
        if (line.Seal.Open(inside) is not { } xml) return (null, Forbidden);
        return MessageXml.Read(xml) is { } fields && InboundMessage.Read(fields) is { } message
            ? (message, BotFramework.ActivityRules.Judge(message.Text))
            : (null, new Refusal(400, "BadArgument", "The sealed message is not the XML expected here."));
    }

    private async Task<bool> IsInTimeAsync(Task taking, TimeSpan within)
    {
        using var over = new CancellationTokenSource();
        var first = await Task.WhenAny(taking, Task.Delay(within, clock, over.Token));
        await over.CancelAsync();
        return first == taking;
    }

    private Task AnswerAsync(HttpContext context, MessageLine line, InboundMessage message, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return WriteAsync(context, Received, MediaTypeNames.Text.Plain);
        var now = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var inside = line.Seal.Close(MessageXml.Write(
            ("ToUserName", message.Sender), ("FromUserName", message.Account), ("CreateTime", now), ("MsgType", "text"), ("Content", texts[0])));
        var answer = MessageXml.Write(
            ("Encrypt", inside), ("MsgSignature", line.Seal.Sign(now, nonce, inside)), ("TimeStamp", now), ("Nonce", nonce));
        return WriteAsync(context, answer, MediaTypeNames.Application.Xml);
    }

    private async Task SendAsync(MessageLine line, string user, Task<IEnumerable<string>> texts)
    {
        try
        {
            foreach (var text in await texts)
            {
                var delivery = line.Service is null ? Delivery.Refused : await line.Service.SendAsync(user, text, life.ApplicationStopping);
                if (delivery == Delivery.Taken) continue;
                log.LogWarning("A message could not be sent on {Line}: {Delivery}.", line.Name, delivery);
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        catch (Exception failure)
        {
            log.LogError(failure, "A late answer on {Line} was lost.", line.Name);
        }
    }

    private bool IsNow(string time) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 1L << 40
        && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Window;

    private static string Query(HttpContext context, string name) => context.Request.Query[name].ToString();

    private static Task WriteAsync(HttpContext context, string text, string type)
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        return context.Response.WriteAsync(text);
    }
}
