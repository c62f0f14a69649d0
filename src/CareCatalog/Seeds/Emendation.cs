namespace CareCatalog.Seeds;

/// <summary>Lays the errata of a row over what is printed.</summary>
internal static class Emendation
{
    /// <summary>
    /// The corrected reading of a field. An erratum with printed words replaces these words; one without replaces a blank cell.
    /// One whose reading is null keeps what is printed.
    /// </summary>
    public static string Read(string printed, string field, IEnumerable<Erratum> errata)
    {
        foreach (var erratum in errata)
        {
            if (erratum.Field != field || erratum.Reading is not { } reading) continue;
            if (erratum.Printed.Length > 0) printed = Replace(printed, erratum.Printed, reading);
            else if (printed.Length == 0) printed = reading;
        }
        return printed;
    }

    private static string Replace(string text, string printed, string reading)
    {
        var at = text.IndexOf(printed, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), reading, text.AsSpan(at + printed.Length));
    }
}
