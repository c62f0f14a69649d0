using System.Data.Common;
using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using CareCatalog.Channels.Limits;
using CareCatalog.Dialogs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareCatalog.Channels.Callbacks;

/// <summary>The desk at <c>/channels/…</c>: what a platform calls to verify the address and to hand in messages.</summary>
internal sealed class CallbackDesk(
    MessageTurn turn, IOutbox outbox, Doorbell bell, TurnLimits limits, IHostApplicationLifetime life, TimeProvider clock, ILogger<CallbackDesk> log)
{
    // What the platform takes for: received, no answer now. Anything else would be shown as a failure.
    private const string Received = "success";
    private const int LongestEcho = 1024;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // Between the last moment for an answer and the courier's first: time to say it and to strike it off.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

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

        // The turn goes on when the platform hangs up: the courier then takes the answer out, as it does with what is long.
        var taking = turn.TakeAsync(line, message!, clock.GetUtcNow() + line.AnswerWithin + Margin, life.ApplicationStopping);
        if (await IsInTimeAsync(taking, line.AnswerWithin))
        {
            var answer = await taking;
            if (answer.Position is { } position && line.Service is not null)
                context.Response.OnCompleted(() => StrikeAsync(line.ConversationOf(message!), position, context.RequestAborted));
            await AnswerAsync(context, line, message!, answer.Texts);
            return null;
        }
        await WriteAsync(context, Received, MediaTypeNames.Text.Plain);
        _ = FinishAsync(taking, line, message!.Sender);
        return null;
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

    // What is said now need not be said again; the rest of it may leave.
    private async Task StrikeAsync(string conversation, long position, CancellationToken aborted)
    {
        if (aborted.IsCancellationRequested) return;
        try
        {
            await outbox.StrikeAsync(conversation, position, CancellationToken.None);
            bell.Ring(Doorbell.Outbox);
        }
        catch (DbException failure)
        {
            log.LogError(failure, "It could not be noted that an answer was given; it will be given again.");
        }
    }

    // What was stored the courier knows of; the public numbers, when nothing could be, are said all the same.
    private async Task FinishAsync(Task<MessageAnswer> taking, MessageLine line, string user)
    {
        try
        {
            var answer = await taking;
            if (answer.Position is not null || line.Service is null) return;
            foreach (var text in answer.Texts)
                if (await line.Service.SendAsync(user, text, life.ApplicationStopping) != Delivery.Taken)
                    log.LogWarning("The public numbers could not be sent on {Line}.", line.Name);
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
