using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web.Console;

/// <summary>Lets in who has signed in, whom the named proxy vouches for, and in Development this machine when nobody is named.</summary>
internal sealed class ConsoleAccess(IOptions<ConsoleOptions> options, IHostEnvironment environment, IHttpContextAccessor accessor)
    : AuthorizationHandler<ConsoleAccess.Requirement>
{
    /// <summary>The policy's name.</summary>
    public const string Policy = "console";

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true || IsVouchedFor() || IsOpen()) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private bool IsVouchedFor() =>
        options.Value.ProxyHeader is { } header
        && accessor.HttpContext is { } http
        && Address(http) is { } address
        && options.Value.ProxyAddresses.Any(known => IPAddress.Parse(known).Equals(address))
        && http.Request.Headers[header] is [{ Length: > 0 }];

    // What comes through another proxy comes from anywhere, whatever its address.
    private bool IsOpen() =>
        environment.IsDevelopment() && options.Value.NamesNobody
        && accessor.HttpContext is { } http
        && Address(http) is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    private static IPAddress? Address(HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;

    /// <summary>To be staff.</summary>
    internal sealed class Requirement : IAuthorizationRequirement;
}
