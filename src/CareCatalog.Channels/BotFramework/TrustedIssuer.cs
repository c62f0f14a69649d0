namespace CareCatalog.Channels.BotFramework;

/// <summary>Issuers whose tokens are signed with the same keys.</summary>
/// <param name="Names">What the claim <c>iss</c> may say, exactly.</param>
/// <param name="IsOfChannels">Whether they issue channels' tokens; otherwise those of the Emulator and of parent bots.</param>
/// <param name="Keys">Their keys.</param>
internal sealed record TrustedIssuer(IReadOnlySet<string> Names, bool IsOfChannels, IssuerKeys Keys);
