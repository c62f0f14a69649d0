using CareCatalog.Dialogs.Recognition;

namespace CareCatalog.Dialogs.Tests.Recognition;

/// <summary>Children as read, in the short form the tests are written in.</summary>
internal static class Child
{
    /// <summary>The months of the only child a message gives an age of.</summary>
    public static string MonthsOf(string text, DateTimeOffset? now = null) => Months(Assert.Single(Desk.Read(text, now: now).Children));

    /// <summary>The stages of the only child of a message.</summary>
    public static string StagesOf(string text, DateTimeOffset? now = null) => string.Join(' ', Assert.Single(Desk.Read(text, now: now).Children).Stages);

    /// <summary>All children of a message: label, months.</summary>
    public static string AllOf(string text) =>
        string.Join("; ", Desk.Read(text).Children.Select(child => child.Label == ChildLabel.None ? Months(child) : $"{child.Label} {Months(child)}"));

    private static string Months(ChildReading child) => child.Ages is { } ages ? $"{ages.FromMonths}-{ages.ToMonths}" : "-";
}
