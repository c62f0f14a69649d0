using CareCatalog.Dialogs;
using CareCatalog.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CareCatalog.Web.Tests.Callbacks;

/// <summary>The host's own store, which answers when it is let, and stores what a test makes of a turn.</summary>
public sealed class AlteredStore(IConversationStore own, Task let, Func<TurnCommit, TurnCommit> alter) : IConversationStore
{
    /// <summary>Puts it in the place of a host's store.</summary>
    public static void Use(IServiceCollection services, Task let, Func<TurnCommit, TurnCommit>? alter = null) => services.AddSingleton<IConversationStore>(
        provider => new AlteredStore(provider.GetRequiredService<SqliteConversationStore>(), let, alter ?? (commit => commit)));

    public async ValueTask<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation)
    {
        await let;
        return await own.FindAsync(conversationId, cancellation);
    }

    public ValueTask<CommitReceipt> CommitAsync(TurnCommit commit, CancellationToken cancellation) => own.CommitAsync(alter(commit), cancellation);

    public ValueTask<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation) =>
        own.ReadAsync(conversationId, after, limit, cancellation);

    public ValueTask DeleteAsync(string conversationId, CancellationToken cancellation) => own.DeleteAsync(conversationId, cancellation);

    public ValueTask<int> SweepAsync(Retained what, DateTimeOffset until, CancellationToken cancellation) => own.SweepAsync(what, until, cancellation);

    public ValueTask<long> CountAsync(Retained what, DateTimeOffset until, CancellationToken cancellation) => own.CountAsync(what, until, cancellation);

    public ValueTask<bool> IsReachableAsync(CancellationToken cancellation) => own.IsReachableAsync(cancellation);
}
