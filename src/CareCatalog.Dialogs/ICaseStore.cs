namespace CareCatalog.Dialogs;

/// <summary>Where the cases of people who asked for a person are kept. They are opened with the turn that asks, in one commit.</summary>
public interface ICaseStore
{
    /// <summary>Cases, the longest open first and then those closed, the last closed first.</summary>
    /// <param name="limit">At most so many, 1 to 1000.</param>
    /// <param name="cancellation">Stops the reading.</param>
    ValueTask<IReadOnlyList<HandoffCase>> ListCasesAsync(int limit, CancellationToken cancellation);

    /// <summary>Closes a case; false when there is no such case or it is closed already.</summary>
    ValueTask<bool> CloseCaseAsync(string id, string by, CancellationToken cancellation);
}
