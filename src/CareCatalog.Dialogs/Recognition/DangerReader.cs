using CareCatalog.Dialogs.Learning;
using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>
/// Danger to a child or adult, weighed by models learned from labelled lines; the words of <c>danger.lex</c> and
/// <c>safe.lex</c> are among what they weigh. Works on the message alone.
/// </summary>
internal sealed class DangerReader(DangerSigns signs, TextClassifier danger, TextClassifier kind)
{
    /// <summary>What lines of danger are labelled for <c>danger.model.tsv</c>; the others are <see cref="LabelledLine.None"/>.</summary>
    public const string Danger = "danger";

    // A banner too many is read past; a danger missed is not made good. Chosen on lines kept apart while learning.
    private const float LeastShare = 0.35f;
    private const float SecondKind = 0.25f;

    private readonly int dangerAt = danger.Labels.TakeWhile(label => label != Danger).Count();

    /// <summary>The kinds of danger a message speaks of, the likeliest first; empty when it speaks of none.</summary>
    /// <param name="scan">The message.</param>
    /// <param name="hasMatter">Whether it says more than who and where; what does not is no danger unless a word of danger stands in it.</param>
    public IReadOnlyList<string> Read(Scan scan, bool hasMatter)
    {
        var noticed = signs.Of(scan);
        if (!hasMatter && noticed.Count == 0) return [];
        if (danger.Judge(scan.Text, noticed)[dangerAt] < LeastShare) return [];
        var shares = kind.Judge(scan.Text, noticed);
        var kinds = Enumerable.Range(0, shares.Length).OrderByDescending(at => shares[at]).ToList();
        return [.. kinds.Take(2).Where((at, place) => place == 0 || shares[at] >= SecondKind).Select(at => kind.Labels[at])];
    }
}
