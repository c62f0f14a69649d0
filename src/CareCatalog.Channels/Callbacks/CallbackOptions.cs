using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Channels.Callbacks;

/// <summary>What the accounts of WeChat and WeCom have in common. Without any credentials the channel is off.</summary>
public abstract class CallbackOptions
{
    /// <summary>The token entered on the platform beside the address.</summary>
    public string? Token { get; set; }

    /// <summary>The EncodingAESKey entered there, 43 characters; only sealed messages are taken.</summary>
    public string? EncodingAesKey { get; set; }

    /// <summary>How many seconds an answer may take before it is sent as a message of its own, 0 to 4.5: platforms wait 5.</summary>
    [Range(0, 4.5)]
    public double AnswerSeconds { get; set; } = 4;

    /// <summary>What must be set for the channel to be on, by name.</summary>
    internal abstract IEnumerable<(string Name, string? Value)> Needed { get; }

    /// <summary>Whether all is set.</summary>
    internal bool IsOn => Needed.All(setting => !string.IsNullOrWhiteSpace(setting.Value));

    /// <summary>Whether the channel is on, in words.</summary>
    internal ChannelState State(string name) => new(name, IsOn ? "on" : "off: no credentials");

    /// <summary>What is set must be whole: half an account is a mistake, not a channel that is off.</summary>
    internal bool IsWhole => (IsOn && MessageSeal.IsKey(EncodingAesKey)) || Needed.All(setting => string.IsNullOrWhiteSpace(setting.Value));
}
