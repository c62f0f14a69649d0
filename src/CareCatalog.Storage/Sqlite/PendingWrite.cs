namespace CareCatalog.Storage.Sqlite;

/// <summary>A write that waits for its group.</summary>
internal abstract class PendingWrite(CancellationToken cancellation)
{
    /// <summary>Runs outside a transaction, by itself.</summary>
    public bool Alone { get; init; }

    /// <summary>Whoever asked has gone; once applied it is too late.</summary>
    public bool IsCancelled
    {
        get
        {
            if (cancellation.IsCancellationRequested) Fail(new OperationCanceledException(cancellation));
            return cancellation.IsCancellationRequested;
        }
    }

    /// <summary>Does the write.</summary>
    public abstract void Apply();

    /// <summary>Tells that it is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells that it was not written.</summary>
    public abstract void Fail(Exception failure);
}

/// <summary>A write with a result.</summary>
internal sealed class PendingWrite<T>(Func<T> write, CancellationToken cancellation) : PendingWrite(cancellation)
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    /// <summary>The result, once durable.</summary>
    public Task<T> Completion => completion.Task;

    /// <inheritdoc/>
    public override void Apply() => result = write();

    /// <inheritdoc/>
    public override void Complete() => completion.TrySetResult(result);

    /// <inheritdoc/>
    public override void Fail(Exception failure)
    {
        if (failure is OperationCanceledException cancelled) completion.TrySetCanceled(cancelled.CancellationToken);
        else completion.TrySetException(failure);
    }
}
