using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.BotFramework;

/// <summary>Keeps an unauthenticated bot from starting anywhere but in Development.</summary>
internal sealed class BotFrameworkOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options) =>
        string.IsNullOrWhiteSpace(options.AppId) && !environment.IsDevelopment()
            ? ValidateOptionsResult.Fail(
                "BotFramework:AppId is not set. Without it /api/messages would be open to anyone, so only Development starts.")
            : ValidateOptionsResult.Success;
}
