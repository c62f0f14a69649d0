using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareCatalog.Channels.DirectLine;

/// <summary>Direct Line 3.0 as a host adds it.</summary>
public static class DirectLineChannel
{
    private const string Sites = "DirectLine";

    /// <summary>Adds what the channel needs; <see cref="Reception"/> and its parts are added by the host.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DirectLineOptions>().Bind(configuration.GetSection("DirectLine"))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsCheck>();
        services.AddCors().AddOptions<CorsOptions>().Configure<IOptions<DirectLineOptions>>((cors, options) => cors.AddPolicy(
            Sites, policy => policy.WithOrigins([.. options.Value.AllowedOrigins]).AllowAnyHeader().AllowAnyMethod()));
        return services
            .AddSingleton(new ChannelState("directline", "on"))
            .AddSingleton<TokenOffice>().AddSingleton<DirectLineGate>().AddSingleton<OriginRule>()
            .AddSingleton<TokenDesk>().AddSingleton<ConversationDesk>().AddSingleton<ActivityIntake>().AddSingleton<ActivityDesk>().AddSingleton<StreamDesk>();
    }

    /// <summary>Maps <c>/v3/directline</c> and the endpoint the chat page starts with; CORS and WebSockets come before it.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var desks = routes.ServiceProvider;
        var tokens = desks.GetRequiredService<TokenDesk>();
        var conversations = desks.GetRequiredService<ConversationDesk>();
        var activities = desks.GetRequiredService<ActivityDesk>();
        var stream = desks.GetRequiredService<StreamDesk>();

        var line = routes.MapGroup("/v3/directline").RequireCors(Sites);
        line.MapPost("/tokens/generate", Direct(tokens.GenerateAsync));
        line.MapPost("/tokens/refresh", Direct(tokens.RefreshAsync));
        line.MapPost("/conversations", Direct(conversations.StartAsync));
        line.MapGet("/conversations/{id}", Direct(conversations.ReconnectAsync));
        line.MapGet("/conversations/{id}/activities", Direct(activities.ReadAsync));
        line.MapPost("/conversations/{id}/activities", Direct(activities.PostAsync));
        line.MapPost("/conversations/{id}/upload", Direct(activities.UploadAsync));
        line.MapGet("/conversations/{id}/stream", Direct(stream.OpenAsync));
        line.MapGet("/session/getsessionid", Direct(SessionAsync));
        routes.MapPost("/api/v1/chat/token", Direct(tokens.HandOutAsync, Problem.WriteAsync)).RequireCors(Sites);
    }

    /// <summary>Whether a path is Direct Line's, so that errors on it are told in its form.</summary>
    public static bool Owns(PathString path) => path.StartsWithSegments("/v3/directline", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells a refusal in Direct Line's form.</summary>
    public static Task RefuseAsync(HttpContext context, Refusal refusal) => DirectLineError.WriteAsync(context, refusal);

    private static RequestDelegate Direct(Func<HttpContext, Task<Refusal?>> desk) => Direct(desk, DirectLineError.WriteAsync);

    private static RequestDelegate Direct(Func<HttpContext, Task<Refusal?>> desk, Func<HttpContext, Refusal, Task> refuse) =>
        async context =>
        {
            Refusal? refusal;
            try
            {
                refusal = await desk(context);
            }
            catch (DbException) when (!context.Response.HasStarted)
            {
                refusal = new Refusal(503, "ServiceUnavailable", "The store is out of reach; try again shortly.");
            }
            if (refusal is not null) await refuse(context, refusal);
        };

    private static async Task<Refusal?> SessionAsync(HttpContext context)
    {
        await context.Response.WriteAsJsonAsync(
            new SessionResponse(ConversationNames.NewConversation()), DirectLineJson.Rules.SessionResponse,
            cancellationToken: context.RequestAborted);
        return null;
    }
}
