using System.Net.Http.Json;
using System.Text.Json;

namespace CareCatalog.Channels.Callbacks;

/// <summary>客服消息: sends texts outside the answer to a callback, with the account's own token.</summary>
/// <param name="tokenUrl">Gives the token; holds the credentials. Null when the account may send nothing.</param>
/// <param name="sendUrl">Takes messages; the token is added to it.</param>
/// <param name="agent">WeCom's number of the app; null elsewhere.</param>
/// <param name="clock">When tokens expire.</param>
public sealed class CustomerService(string? tokenUrl, string sendUrl, int? agent, TimeProvider clock) : IDisposable
{
    private readonly TokenCache tokens = new(clock);
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>Whether the account may send.</summary>
    public bool CanSend => tokenUrl is not null;

    /// <summary>Sends a text of at most 2,048 bytes to a user by the platform's id.</summary>
    public async Task<Delivery> SendAsync(string user, string text, CancellationToken cancellation)
    {
        if (tokenUrl is null) return Delivery.Refused;
        try
        {
            var code = await PostAsync(user, text, cancellation);
            if (!IsOfTheToken(code)) return Judge(code);
            await tokens.ForgetAsync(tokenUrl, cancellation);
            return Judge(await PostAsync(user, text, cancellation));
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Delivery.Unreachable;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        tokens.Dispose();
    }

    // Invalid, of another app, or expired.
    private static bool IsOfTheToken(int code) => code is 40001 or 40014 or 42001;

    // Busy, or too often in a minute; all else will not change by waiting, as when 48 hours are over.
    private static Delivery Judge(int code) => code switch
    {
        0 => Delivery.Taken,
        -1 or 45009 or 45011 => Delivery.Unreachable,
        _ when IsOfTheToken(code) => Delivery.Unreachable,
        _ => Delivery.Refused,
    };

    private async Task<int> PostAsync(string user, string text, CancellationToken cancellation)
    {
        var token = await tokens.FindAsync(tokenUrl!, AskAsync, cancellation);
        using var response = await client.PostAsJsonAsync(
            $"{sendUrl}?access_token={Uri.EscapeDataString(token)}", new CustomerMessage(user, "text", agent, new(text)),
            CallbackJson.Default.CustomerMessage, cancellation);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(CallbackJson.Default.CustomerAnswer, cancellation))?.Code ?? -1;
    }

    private async Task<(string, TimeSpan)> AskAsync(CancellationToken cancellation)
    {
        var given = await client.GetFromJsonAsync(tokenUrl, CallbackJson.Default.AccessToken, cancellation);
        return given is { Value: { Length: > 0 } value, ExpiresIn: > 0 }
            ? (value, TimeSpan.FromSeconds(given.ExpiresIn))
            : throw new HttpRequestException("The platform gave no token.");
    }
}
