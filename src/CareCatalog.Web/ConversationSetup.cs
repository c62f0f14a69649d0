using CareCatalog.Channels;
using CareCatalog.Dialogs;
using CareCatalog.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>Adds the store of conversations and the reception that channels hand their messages in to.</summary>
internal static class ConversationSetup
{
    public static void AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SqliteOptions>().Bind(configuration.GetSection("Storage:Sqlite")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ConversationOptions>().Bind(configuration.GetSection("Conversations")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IConversationStore>(provider => new SqliteConversationStore(
            provider.GetRequiredService<IOptions<SqliteOptions>>().Value.Path,
            TimeSpan.FromMinutes(provider.GetRequiredService<IOptions<ConversationOptions>>().Value.SilenceMinutes),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Doorbell>().AddSingleton<Reception>();
        services.AddHostedService<ConversationSweep>();
    }
}
