namespace CareCatalog.Web.Console;

/// <summary>A member of staff, in configuration.</summary>
internal sealed class StaffAccount
{
    /// <summary>The name to sign in with.</summary>
    public string Name { get; set; } = "";

    /// <summary>What <c>dotnet CareCatalog.Web.dll hash-password</c> makes of the password.</summary>
    public string PasswordHash { get; set; } = "";
}
