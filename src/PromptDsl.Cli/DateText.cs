using System.Globalization;

namespace PromptDsl.Cli;

/// <summary>Dates as they are written everywhere: <c>2026-11-21</c>.</summary>
internal static class DateText
{
    private const string Form = "yyyy-MM-dd";

    public static string Of(DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
