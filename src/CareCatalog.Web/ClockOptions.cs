using System.Globalization;

namespace CareCatalog.Web;

/// <summary>Configuration section <c>Clock</c>.</summary>
internal sealed class ClockOptions
{
    /// <summary>
    /// For tests and demonstrations: the moment the host believes it starts at, as in <c>2026-11-22</c> (noon in China) or
    /// <c>2026-11-22T09:30:00+08:00</c>. Its clock runs on from there. Unset, it is the true time.
    /// </summary>
    public string? Now { get; set; }

    /// <summary>Reads <see cref="Now"/>; false when it is set and is neither a date nor a moment.</summary>
    public bool TryRead(out DateTimeOffset? start)
    {
        start = null;
        if (string.IsNullOrWhiteSpace(Now)) return true;
        if (DateOnly.TryParseExact(Now, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            start = new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.FromHours(8));
        else if (DateTimeOffset.TryParse(Now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            start = moment;
        return start is not null;
    }
}
