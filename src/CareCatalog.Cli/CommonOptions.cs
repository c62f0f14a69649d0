using System.CommandLine;
using System.Globalization;
using CareCatalog.Dialogs;

namespace CareCatalog.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>The day questions are judged on.</summary>
    public static Option<DateOnly?> Now() => new("--now")
    {
        Description = "The day to answer for, as in 2026-11-22 (default: today in Asia/Shanghai)",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"'{result.Tokens[0].Value}' is not a day such as 2026-11-22.");
            return null;
        },
    };

    /// <summary>The language to answer in.</summary>
    public static Option<string?> Language()
    {
        var option = new Option<string?>("--lang") { Description = "zh or en (default: the language of the question)" };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    /// <summary>Noon of a day in Asia/Shanghai; now when none is given.</summary>
    public static DateTimeOffset At(DateOnly? day) =>
        day is { } given ? new DateTimeOffset(given, new TimeOnly(12, 0), TimeSpan.FromHours(8)) : TimeProvider.System.GetUtcNow();

    /// <summary>The language of an option's value.</summary>
    public static Language? LanguageOf(string? value) => value switch
    {
        "zh" => Dialogs.Language.Chinese,
        "en" => Dialogs.Language.English,
        _ => null,
    };

    /// <summary>Runs a command's body; an expected failure becomes one message and exit code 1, a place that is none exit code 2.</summary>
    public static int Guard(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (UnknownPlaceException unknown)
        {
            return Refuse(unknown.Message);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    /// <summary>Says why a request cannot be met: exit code 2.</summary>
    public static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return 2;
    }
}
