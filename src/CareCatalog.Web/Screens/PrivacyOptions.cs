namespace CareCatalog.Web.Screens;

/// <summary>Configuration section <c>Privacy</c>: what the law wants families to be told of whoever runs the service.</summary>
internal sealed class PrivacyOptions
{
    /// <summary>The body that runs the service.</summary>
    public string? Operator { get; set; }

    /// <summary>How it is reached about personal information.</summary>
    public string? Contact { get; set; }
}
