using CareCatalog.Channels;
using CareCatalog.Channels.Limits;
using CareCatalog.Channels.Sending;
using CareCatalog.Dialogs;
using CareCatalog.Storage;
using CareCatalog.Storage.Postgres;
using CareCatalog.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web;

/// <summary>Adds the store of conversations, the reception that channels hand their messages in to, and the courier that takes replies out.</summary>
internal static class ConversationSetup
{
    public static void AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SqliteOptions>().Bind(configuration.GetSection("Storage:Sqlite")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ConversationOptions>().Bind(configuration.GetSection("Conversations")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection("Outbox")).ValidateDataAnnotations().ValidateOnStart();
        if (configuration["Storage:Provider"] == StorageOptions.Postgresql) AddPostgres(services);
        else AddSqlite(services);
        services.AddSingleton<Reception>();
        services.AddHostedService<ConversationSweep>();
        services.AddHostedService<Courier>();
    }

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton(provider => new SqliteConversationStore(
            provider.GetRequiredService<IOptions<SqliteOptions>>().Value.Path, KeyRingOf(provider), RetentionOf(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IConversationStore>(provider => provider.GetRequiredService<SqliteConversationStore>());
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<SqliteConversationStore>());
        services.AddSingleton<ICaseStore>(provider => provider.GetRequiredService<SqliteConversationStore>().Records);
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<SqliteConversationStore>().Records);
        services.AddSingleton(_ => new Doorbell());
    }

    private static void AddPostgres(IServiceCollection services)
    {
        services.AddSingleton(provider => new PostgresConversationStore(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.Postgres!, KeyRingOf(provider), RetentionOf(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IConversationStore>(provider => provider.GetRequiredService<PostgresConversationStore>());
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<PostgresConversationStore>());
        services.AddSingleton<ICaseStore>(provider => provider.GetRequiredService<PostgresConversationStore>().Records);
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<PostgresConversationStore>().Records);
        services.AddSharedLimits(provider => provider.GetRequiredService<PostgresConversationStore>().Buckets);
        services.AddSingleton(provider => provider.GetRequiredService<PostgresConversationStore>().Editions);
        services.AddHostedService<EditionExchange>();
        services.AddSingleton(provider =>
        {
            var store = provider.GetRequiredService<PostgresConversationStore>();
            var bell = new Doorbell(store.NameOf);
            store.TakenElsewhere += bell.RingNamed;
            return bell;
        });
    }

    private static string KeyRingOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value.KeyRing;

    private static Retention RetentionOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<ConversationOptions>>().Value.Retention;
}
