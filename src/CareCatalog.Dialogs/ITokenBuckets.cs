namespace CareCatalog.Dialogs;

/// <summary>令牌桶: the limits that several nodes share. Told afterwards and in blocks, so that no turn waits for it.</summary>
public interface ITokenBuckets
{
    /// <summary>Takes what was let through; returns what is left in each bucket, in the same order. Less than nothing when nodes let through too much.</summary>
    ValueTask<IReadOnlyList<double>> TakeAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellation);
}
