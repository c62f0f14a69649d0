using System.ComponentModel.DataAnnotations;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Configuration section <c>DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>Opens every conversation. Without one, tokens come from the chat page's endpoint only, except in Development, which is open.</summary>
    public string? Secret { get; set; }

    /// <summary>
    /// Signs tokens: at least 32 bytes in base64, the same on every node. Without one it is derived from <see cref="Secret"/>,
    /// or else made on first run and kept in <see cref="TokenKeyFile"/>.
    /// </summary>
    public string? TokenKey { get; set; }

    /// <summary>Where a key made on first run is kept; a relative path counts from the working directory.</summary>
    [Required]
    public string TokenKeyFile { get; set; } = "data/directline.key";

    /// <summary>How long a token is good for, in minutes, 1 to 60. Below 30 in Development only: directlinejs refreshes at 15 minutes whatever it is told.</summary>
    [Range(1, 60)]
    public int TokenMinutes { get; set; } = 30;

    /// <summary>Origins of other sites that may call, exactly as in <c>https://www.example.gov.cn</c>; the host's own may always.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}
