using System.Globalization;

namespace PromptDsl.Generator.Models;

/// <summary>Expressions of C#.</summary>
internal static class CSharpText
{
    public static string Literal(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public static string Literal(bool value) => value ? "true" : "false";

    public static string Literal(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Literal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "m";

    public static string Literal(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"new DateOnly({date.Year}, {date.Month}, {date.Day})");

    /// <summary><c>gpt-image-2.6-flare</c> becomes <c>GptImage26Flare</c>.</summary>
    public static string PascalCase(string kebab) =>
        string.Concat(
            kebab
                .Replace(".", "", StringComparison.Ordinal)
                .Split('-')
                .Select(word => char.ToUpperInvariant(word[0]) + word[1..])
        );
}
