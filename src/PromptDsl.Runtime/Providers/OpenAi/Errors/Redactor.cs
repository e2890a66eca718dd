using System.Text.RegularExpressions;

namespace PromptDsl.Runtime.Providers.OpenAi.Errors;

/// <summary>Makes texts of servers fit for people: no key, no picture data, one line of bearable length.</summary>
internal static partial class Redactor
{
    private const int MaxLength = 600;
    private const int TimeoutMilliseconds = 1000;

    /// <summary>The text without secrets.</summary>
    /// <param name="text">What a server or the transport says.</param>
    /// <param name="key">The key that was sent, if one was.</param>
    public static string Clean(string text, string? key)
    {
        // Long texts are picture data for the most part; what is beyond is never shown.
        string cleaned = text.Length > 64 * MaxLength ? text[..(64 * MaxLength)] : text;
        cleaned = HideKey(cleaned, key);
        cleaned = DataUrl.Replace(cleaned, "[data URL]");
        cleaned = SecretKey.Replace(cleaned, "[key]");
        cleaned = Blob.Replace(cleaned, "[data]");
        cleaned = Unprintable.Replace(cleaned, " ").Trim();
        return cleaned.Length > MaxLength ? string.Concat(cleaned.AsSpan(0, Cut(cleaned)), "…") : cleaned;
    }

    /// <summary>The text without the key, as it is and as addresses write it.</summary>
    public static string HideKey(string text, string? key) =>
        string.IsNullOrEmpty(key)
            ? text
            : text.Replace(key, "[key]", StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(key), "[key]", StringComparison.OrdinalIgnoreCase);

    // Not between the two halves of one character.
    private static int Cut(string text) => char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;

    [GeneratedRegex("data:[^,\\s]{0,100};base64,[A-Za-z0-9+/=_-]*", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex DataUrl { get; }

    // OpenAI repeats a wrong key with stars in its middle.
    [GeneratedRegex(
        "\\b(sk|sess)-[A-Za-z0-9_*-]{6,}|(?<=Bearer )[^\\s\"']+",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex SecretKey { get; }

    [GeneratedRegex("[A-Za-z0-9+/=_-]{120,}", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Blob { get; }

    [GeneratedRegex("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Unprintable { get; }
}
