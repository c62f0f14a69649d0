using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Keeps tokens from expiring before directlinejs, which asks for a new one after 15 minutes at the soonest, can ask.</summary>
internal sealed class DirectLineOptionsCheck(IHostEnvironment environment) : IValidateOptions<DirectLineOptions>
{
    private const int Shortest = 30;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DirectLineOptions options) =>
        options.TokenMinutes < Shortest && !environment.IsDevelopment()
            ? ValidateOptionsResult.Fail($"DirectLine:TokenMinutes is less than {Shortest}, which only Development takes.")
            : ValidateOptionsResult.Success;
}
