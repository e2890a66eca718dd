using System.Globalization;
using PromptDsl.Syntax;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>Names combinations by their values, fit for file names and different without regard to case.</summary>
internal sealed class CombinationNames
{
    private const int LongestValue = 32;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string NameFor(IEnumerable<KeyValuePair<string, string>> bindings)
    {
        string name = string.Join(',', bindings.Select(b => $"{b.Key}={Shorten(Identifiers.ToIdentifier(b.Value))}"));
        string unique = name;
        for (int n = 2; !_taken.Add(unique); n++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}~{n}");
        }

        return unique;
    }

    private static string Shorten(string text)
    {
        if (text.Length <= LongestValue)
        {
            return text;
        }

        // A character outside the basic plane is not cut in two.
        int end = char.IsLowSurrogate(text[LongestValue]) ? LongestValue - 1 : LongestValue;
        return text[..end].TrimEnd('-');
    }
}
