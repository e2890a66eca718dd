using System.Collections.Immutable;
using System.Text;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>A script, and the models of tesseract that read it.</summary>
/// <param name="Models">The names of models without a folder; the first is the one to install. One of them is needed.</param>
internal sealed record TextScript(ImmutableArray<string> Models)
{
    private const string LatinModel = "Latin";

    private static readonly TextScript Latin = new(["eng", LatinModel]);
    private static readonly TextScript Hangul = new(["kor", "Hangul"]);
    private static readonly TextScript Kana = new(["jpn", "Japanese"]);
    private static readonly TextScript Han = new(["chi_sim", "chi_tra", "HanS", "HanT"]);
    private static readonly TextScript Cyrillic = new(["rus", "ukr", "bel", "bul", "srp", "mkd", "Cyrillic"]);

    // Blocks of Unicode.
    private static readonly (int First, int Last, TextScript Script)[] Blocks =
    [
        (0x0370, 0x03FF, new(["ell", "Greek"])),
        (0x0400, 0x052F, Cyrillic),
        (0x0590, 0x05FF, new(["heb", "Hebrew"])),
        (0x0600, 0x06FF, new(["ara", "fas", "urd", "Arabic"])),
        (0x0900, 0x097F, new(["hin", "mar", "nep", "Devanagari"])),
        (0x0E00, 0x0E7F, new(["tha", "Thai"])),
        (0x1100, 0x11FF, Hangul),
        (0x3040, 0x30FF, Kana),
        (0x3130, 0x318F, Hangul),
        (0x4E00, 0x9FFF, Han),
        (0xAC00, 0xD7AF, Hangul),
    ];

    // Languages that write with more than the letters of English. The model of English has none of these.
    private static readonly (string Model, string Letters)[] FurtherLetters =
    [
        ("deu", "äöüß"),
        ("fra", "àâæçèéêëîïôùûüÿœ"),
        ("spa", "áéíñóúü"),
        ("ita", "àèéìíîòóùú"),
        ("por", "àáâãçéêíóôõúü"),
        ("nld", "áèéëíïóöüú"),
        ("swe", "åäöé"),
        ("dan", "æøåé"),
        ("nor", "æøåéòô"),
        ("fin", "åäö"),
        ("pol", "ąćęłńóśźż"),
        ("ces", "áčďéěíňóřšťúůýž"),
        ("slk", "áäčďéíĺľňóôŕšťúýž"),
        ("hun", "áéíóöőúüű"),
        ("ron", "ăâîșțşţ"),
        ("tur", "çğıöşüâîû"),
    ];

    /// <summary>Of the models that are installed those that read the script: of languages, or else of the script.</summary>
    /// <param name="installed">Names as tesseract lists them; those of scripts may stand in a folder, as <c>script/Latin</c>.</param>
    public IEnumerable<string> ModelsIn(ImmutableHashSet<string> installed)
    {
        ILookup<bool, string> models = installed
            .Where(name => Models.Contains(NameOf(name)))
            .ToLookup(name => char.IsAsciiLetterUpper(NameOf(name)[0]));
        return models[false].Any() ? models[false] : models[true];
    }

    /// <summary>The scripts of a text, at least one: Latin for digits and signs.</summary>
    /// <param name="folded">The text as <see cref="ReadText.Fold(string)"/> gives it.</param>
    /// <returns>The scripts, or null when there is a letter whose script is not known here.</returns>
    public static ImmutableArray<TextScript>? Of(string folded)
    {
        var scripts = new HashSet<TextScript>();
        var further = new HashSet<char>();
        foreach (Rune letter in folded.EnumerateRunes().Where(Rune.IsLetter))
        {
            if (letter.Value < 0x80)
            {
                scripts.Add(Latin);
            }
            else if (letter.Value is < 0x0250 or (>= 0x1E00 and < 0x1F00))
            {
                further.Add((char)letter.Value);
            }
            else if (Array.Find(Blocks, b => b.First <= letter.Value && letter.Value <= b.Last).Script is { } script)
            {
                scripts.Add(script);
            }
            else
            {
                return null;
            }
        }

        if (further.Count > 0)
        {
            scripts.Remove(Latin);
            scripts.Add(LatinWith(further));
        }

        // Japanese has both.
        if (scripts.Contains(Kana))
        {
            scripts.Remove(Han);
        }

        return scripts.Count == 0 ? [Latin] : [.. scripts];
    }

    private static string NameOf(string model) => model[(model.LastIndexOf('/') + 1)..];

    private static TextScript LatinWith(HashSet<char> letters) =>
        new([LatinModel, .. FurtherLetters.Where(l => letters.IsSubsetOf(l.Letters)).Select(l => l.Model)]);
}
