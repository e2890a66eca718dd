using System.Collections.Immutable;
using PromptDsl.Runtime.Verification.Reading;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>
/// Whether the texts of the stage can be read in the picture. White space, line breaks and case are
/// passed over; everything else must be as it is written.
/// </summary>
internal static class TextExpectation
{
    public const string Key = "text";

    // Enough of what was read to see what went wrong.
    private const int MaxQuoted = 120;

    public static async Task<IEnumerable<PictureCheck>> CheckAsync(
        Field field,
        Stage stage,
        CheckedFile file,
        ITextReader? reader,
        CancellationToken cancellationToken
    )
    {
        if (reader is null)
        {
            return [field.NotChecked("no program that reads text is set up")];
        }

        if (file.Raster is not { } raster)
        {
            return [field.WithoutPixels(file)];
        }

        var checks = new List<PictureCheck>();
        var readings = new Dictionary<string, TextReading>();
        foreach (NameValue name in stage.Expect.Items(Key).OfType<NameValue>())
        {
            if (stage.Visible.GetValueOrDefault(name.Name) is not TextThing { Literal.Plain: var text })
            {
                checks.Add(Result(name, CheckStatus.NotChecked, $"not checked: '{name.Name}' is no text of the stage"));
                continue;
            }

            ImmutableArray<string> languages = TextLanguages.Of(text);
            string languageKey = string.Join('+', languages);
            if (!readings.TryGetValue(languageKey, out TextReading? reading))
            {
                reading = await reader.ReadAsync(raster, languages, cancellationToken);
                readings.Add(languageKey, reading);
            }

            checks.Add(Compare(name, text, reading));
        }

        return checks;
    }

    private static PictureCheck Compare(NameValue name, string expected, TextReading reading)
    {
        if (reading.Text is not { } read)
        {
            return Result(name, CheckStatus.NotChecked, $"not checked: {reading.Problem}");
        }

        if (Normalize(read).Contains(Normalize(expected), StringComparison.Ordinal))
        {
            return Result(name, CheckStatus.Passed, $"“{expected}” can be read");
        }

        string words = string.Join(' ', read.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string found =
            words.Length == 0 ? "nothing can be read"
            : words.Length > MaxQuoted ? $"what can be read begins “{words[..MaxQuoted]}…”"
            : $"what can be read is “{words}”";
        return Result(name, CheckStatus.Failed, $"expected “{expected}”; {found}");
    }

    private static string Normalize(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private static PictureCheck Result(NameValue name, CheckStatus status, string message) =>
        new(Key, status, message, name.Place);
}
