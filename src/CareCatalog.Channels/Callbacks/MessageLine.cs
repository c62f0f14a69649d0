namespace CareCatalog.Channels.Callbacks;

/// <summary>One account of a platform, as it is configured.</summary>
/// <param name="Name"><c>wechat</c> or <c>wecom</c>.</param>
/// <param name="Seal">Its signatures and its cipher.</param>
/// <param name="EchoIsSealed">Whether the platform seals the text by which it verifies the address.</param>
/// <param name="AnswerWithin">How long an answer may take before it is sent as a message of its own.</param>
/// <param name="Service">Sends such messages; null when the account may not.</param>
internal sealed record MessageLine(string Name, MessageSeal Seal, bool EchoIsSealed, TimeSpan AnswerWithin, CustomerService? Service)
{
    /// <summary>The conversation of a sender. The platform's ids of people are not kept: WeCom's are names, often.</summary>
    public string ConversationOf(InboundMessage message) =>
        $"{Name}:{Seal.Pseudonym($"{message.Account}\n{message.Sender}")}";
}
