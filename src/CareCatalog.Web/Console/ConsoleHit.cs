using CareCatalog.Search;

namespace CareCatalog.Web.Console;

/// <summary>A row found.</summary>
/// <param name="Row">The row.</param>
/// <param name="Score">Higher is better.</param>
/// <param name="IsSuggested">Whether the assistant would answer with it.</param>
/// <param name="Fit">How it stands to the caller.</param>
internal readonly record struct ConsoleHit(ConsoleRow Row, double Score, bool IsSuggested, Fit Fit)
{
    /// <summary>The row as shown, with the reasons it was found for.</summary>
    public RowView Show(ConsoleQuery query, ConsoleNames names)
    {
        var reasons = new List<string>();
        if (IsSuggested) reasons.Add("assistant");
        if (query.Number is not null) reasons.Add("number");
        reasons.AddRange(Row.ReasonsFor(query.Words));
        if (Fit == Fit.Fits) reasons.Add("fits");
        return RowView.Of(Row.Item, Row.Domain, reasons, names);
    }
}
