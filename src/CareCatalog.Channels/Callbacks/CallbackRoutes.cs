using CareCatalog.Channels.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareCatalog.Channels.Callbacks;

/// <summary>The routes of an account; without one configured they say that the channel is off.</summary>
internal static class CallbackRoutes
{
    private static readonly Refusal Off = new(404, "ChannelOff", "This channel has no credentials here and is off.");

    /// <summary>Adds a line's service, the carrier that goes by it, and the desk.</summary>
    public static void AddCallbacks(this IServiceCollection services, string line, Func<IServiceProvider, CustomerService> service)
    {
        services.AddKeyedSingleton(line, (provider, _) => service(provider));
        services.AddSingleton<ICarrier>(provider => new CustomerCarrier(line, provider.GetRequiredKeyedService<CustomerService>(line)));
        services.TryAddSingleton<NumberedChoice>();
        services.TryAddSingleton<MessageTurn>();
        services.TryAddSingleton<CallbackDesk>();
    }

    public static void MapCallbacks(this IEndpointRouteBuilder routes, string path, MessageLine? line)
    {
        var desk = routes.ServiceProvider.GetRequiredService<CallbackDesk>();
        routes.MapGet(path, (RequestDelegate)(context => TellAsync(context, line is null ? Task.FromResult<Refusal?>(Off) : desk.VerifyAsync(context, line))));
        routes.MapPost(path, (RequestDelegate)(context => TellAsync(context, line is null ? Task.FromResult<Refusal?>(Off) : desk.ReceiveAsync(context, line))));
    }

    private static async Task TellAsync(HttpContext context, Task<Refusal?> answering)
    {
        if (await answering is { } refusal) await Problem.WriteAsync(context, refusal);
    }
}
