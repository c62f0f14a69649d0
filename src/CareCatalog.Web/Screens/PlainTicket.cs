using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CareCatalog.Web.Screens;

/// <summary>
/// What a form of <c>/chat</c> carries instead of a cookie: the conversation's id, signed and encrypted, good for two hours.
/// Another site cannot make one, so a form that brings it was written by this host: it is the anti-forgery token as well.
/// </summary>
internal sealed class PlainTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("CareCatalog.PlainChat").ToTimeLimitedDataProtector();

    /// <summary>A conversation nobody else can name.</summary>
    public static string NewConversation() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The ticket of a conversation.</summary>
    public string Issue(string conversationId) => protector.Protect(conversationId, Life);

    /// <summary>The conversation of a ticket; null when it is not one of this host or too old.</summary>
    public string? Read(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket) || ticket.Length > 1024) return null;
        try
        {
            return protector.Unprotect(ticket);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
