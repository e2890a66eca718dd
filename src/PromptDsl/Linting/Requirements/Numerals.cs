using System.Globalization;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Requirements;

/// <summary>Numbers that count the thing that a description is about.</summary>
internal static class Numerals
{
    public const string Set = "number";
    public const string Cell = "cell";

    private static readonly string[] Units =
    [
        "year",
        "years",
        "inch",
        "inches",
        "cm",
        "mm",
        "m",
        "metre",
        "metres",
        "meter",
        "meters",
        "feet",
        "foot",
        "layer",
        "layers",
        "litre",
        "liter",
        "kg",
        "pounds",
        "degrees",
        "percent",
        "storeys",
        "stories",
        "hours",
        "minutes",
        "o'clock",
        "am",
        "pm",
        "century",
        "px",
        "pixels",
        "point",
        "points",
        "times",
        "tier",
        "tiers",
        "k",
        "and",
        "or",
        "to",
        "dozen",
        "hundred",
        "thousand",
        "of",
        "x",
        "d",
        "panel",
        "panels",
    ];

    /// <summary>The number that says how many there are of what a description names, or null.</summary>
    public static (int Number, TermHit Hit)? Of(IEnumerable<TermHit> hits)
    {
        TermHit[] counts =
        [
            .. hits.Where(h =>
                h.Term.Set.Name == Set && h.Value != Cell && h is { IsNegated: false, IsQuoted: false } && CountsHead(h)
            ),
        ];
        return counts.Length == 1 && Read(counts[0]) is { } number ? (number, counts[0]) : null;
    }

    /// <summary>The number that a hit stands for.</summary>
    public static int? Read(TermHit hit)
    {
        string digits = hit.Value is "number" or "counted"
            ? new string([.. hit.Text.TakeWhile(char.IsAsciiDigit)])
            : hit.Value;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    /// <summary>Whether two numbers can both be meant: a pair of shoes is one thing or two.</summary>
    public static bool Agree(int count, int number, TermHit hit) =>
        count == number || (count == 1 && hit.Text.EndsWith("of", StringComparison.OrdinalIgnoreCase));

    private static bool CountsHead(TermHit hit)
    {
        string text = hit.Passage.Plain;
        int end = hit.Span.End;
        if (
            end < text.Length && text[end] is '-' or '.' or ':' or '%' or '/'
            || (hit.Value == "number" && end < text.Length && char.IsLetter(text[end]))
        )
        {
            return false;
        }

        if (hit.IsKorean)
        {
            string[] after = [.. Words.In(hit.After)];
            return hit.Ending.Length == 0
                ? after.Length == 0
                : hit.Ending is "의" && after.SkipLast(1).All(w => !Words.HasParticle(w));
        }

        string next = hit.NextWord;
        return Words.In(hit.Before).All(Words.IsDeterminer)
            && next.Length > 0
            && !char.IsAsciiDigit(next[0])
            && !Units.Contains(next);
    }
}
