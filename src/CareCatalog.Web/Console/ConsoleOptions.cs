using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CareCatalog.Web.Console;

/// <summary>Configuration section <c>Console</c>: who may use the staff's console.</summary>
internal sealed class ConsoleOptions
{
    /// <summary>Staff who sign in here. Without any, and without a proxy, the console is open in Development from this machine and closed elsewhere.</summary>
    public IList<StaffAccount> Accounts { get; } = [];

    /// <summary>The header in which an authenticating proxy names the person, as in <c>X-Remote-User</c>; null when there is none.</summary>
    public string? ProxyHeader { get; set; }

    /// <summary>Addresses the proxy calls from; from any other the header counts for nothing.</summary>
    public IList<string> ProxyAddresses { get; } = [];

    /// <summary>After how many wrong passwords an account is locked, 1 to 100.</summary>
    [Range(1, 100)]
    public int AttemptsBeforeLock { get; set; } = 5;

    /// <summary>For how many minutes it is locked, 1 to 1440.</summary>
    [Range(1, 1440)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>How long a session lasts without use, in minutes, 5 to 1440.</summary>
    [Range(5, 1440)]
    public int SessionMinutes { get; set; } = 480;

    /// <summary>Whether nobody is named who may come in.</summary>
    public bool NamesNobody => Accounts.Count == 0 && ProxyHeader is null;

    /// <summary>Why the section cannot be used; null when it can.</summary>
    public string? Fault =>
        Accounts.Any(account => account.Name.Length == 0 || account.PasswordHash.Length == 0) ? "Console:Accounts holds an account without Name or PasswordHash."
        : ProxyHeader is not null && ProxyAddresses.Count == 0 ? "Console:ProxyHeader is set, but no Console:ProxyAddresses."
        : ProxyAddresses.Any(address => !IPAddress.TryParse(address, out _)) ? "Console:ProxyAddresses holds what is not an address."
        : null;
}
