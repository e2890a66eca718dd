using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PromptDsl.Text;

/// <summary>Makes names of the language fit for the file systems of all systems alike.</summary>
internal static class OutputNames
{
    // Leaves room for an ending below the 255 bytes that file systems allow.
    private const int MaxBytes = 160;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON",
        "PRN",
        "AUX",
        "NUL",
    };

    /// <summary>A name for a file or a folder.</summary>
    public static string Sanitize(string name)
    {
        var builder = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            builder.Append(IsAllowed(rune) ? rune.ToString() : "_");
        }

        string clean = builder.ToString().TrimEnd(' ', '.');
        clean = clean.Length == 0 || clean[0] == '.' ? "_" + clean : clean;
        clean = IsReserved(clean) ? "_" + clean : clean;
        return Encoding.UTF8.GetByteCount(clean) > MaxBytes ? Shorten(clean) : clean;
    }

    /// <summary>Different names for different names, also where a file system ignores case.</summary>
    public static List<string> Distinct(IEnumerable<string> names)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var result = new List<string>();
        foreach (string name in names)
        {
            string clean = Sanitize(name);
            string unique = clean;
            for (int n = 2; !used.Add(unique); n++)
            {
                unique = string.Create(CultureInfo.InvariantCulture, $"{clean}-{n}");
            }

            result.Add(unique);
        }

        return result;
    }

    private static bool IsAllowed(Rune rune) =>
        rune.Value is not ('<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static bool IsReserved(string name)
    {
        string stem = name.Split('.')[0].TrimEnd(' ');
        return Reserved.Contains(stem)
            || (
                stem.Length == 4
                && char.IsAsciiDigit(stem[3])
                && (
                    stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                    || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)
                )
            );
    }

    private static string Shorten(string name)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
        var builder = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes - hash.Length - 1)
            {
                break;
            }

            builder.Append(rune.ToString());
        }

        return $"{builder}~{hash}";
    }
}
