using System.Security.Cryptography;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Makes the names that must not be guessed, and those that follow from a position.</summary>
internal static class ConversationNames
{
    private const int LongestUser = 128;

    /// <summary>A conversation's id: 128 random bits.</summary>
    public static string NewConversation() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>A user's id: 128 random bits after the prefix that Direct Line demands.</summary>
    public static string NewUser() => "dl_" + NewConversation();

    /// <summary>An activity's id, by its position in the transcript.</summary>
    public static string OfActivity(string conversationId, long position) => $"{conversationId}|{position:0000000}";

    /// <summary>The user a caller asks for, or why not; a new one when none is asked for.</summary>
    public static (string? User, Refusal? Refusal) UserFor(TokenParameters? parameters) => parameters?.User?.Id switch
    {
        null or "" => (NewUser(), null),
        { Length: <= LongestUser } id when id.StartsWith("dl_", StringComparison.Ordinal) && !id.Any(char.IsControl) => (id, null),
        _ => (null, new Refusal(400, "BadArgument", $"user.id must begin with dl_ and have at most {LongestUser} characters.")),
    };
}
