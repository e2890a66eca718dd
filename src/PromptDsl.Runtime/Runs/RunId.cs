using System.Globalization;

namespace PromptDsl.Runtime.Runs;

/// <summary>Ids of runs: the time in UTC, so that they sort, and something random, so that they differ.</summary>
internal static class RunId
{
    private const string Letters = "abcdefghjkmnpqrstvwxyz23456789";
    private const int RandomLetters = 4;

    public static string Create(DateTimeOffset time, Random random) =>
        time.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)
        + "-"
        + new string(random.GetItems<char>(Letters, RandomLetters));

    /// <summary>Whether a text can be an id, and so the name of a folder.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
