using System.Globalization;
using PromptDsl.Schema;
using PromptDsl.Syntax;

namespace PromptDsl.Tests.Programs;

/// <summary>Writes values of the types of the schema, and remembers the texts in them.</summary>
internal sealed class ValueWriter(Random random)
{
    private static readonly string[] Phrases =
    [
        "a brass lamp",
        "조용한 등불 — 두 개",
        "say \"hi\" & it's 'fine'",
        "50% {off}, [now]: yes; no",
        "two 🙂 faces 👩‍👩‍👧",
        "first line\nsecond line\n\n  fourth, deeper",
        "a ${literal} slot and a \\ stroke",
        "Ünïcode, naïve – “curly”",
        "مرحبا by the sea",
        "{\"json\": [1, 2.5, null]}",
        "tab\there",
    ];

    private readonly List<Marker> _all = [];
    private readonly List<string> _parameters = [];

    /// <summary>Every marker so far.</summary>
    public IReadOnlyList<Marker> All => _all;

    /// <summary>Declarations of the parameters that values use.</summary>
    public IReadOnlyList<string> Parameters => _parameters;

    public bool Chance(int percent) => random.Next(100) < percent;

    public int Next(int minimum, int maximum) => random.Next(minimum, maximum + 1);

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public Marker Mark(bool isLiteral = false)
    {
        string number = _all.Count.ToString("D4", CultureInfo.InvariantCulture);
        var marker = new Marker($"mark{number} {Pick(Phrases)}", isLiteral);
        _all.Add(marker);
        return marker;
    }

    /// <summary>A new text, for a place where a bare word would be a name.</summary>
    public string Text(ICollection<Marker> said, bool isLiteral = false)
    {
        Marker marker = Mark(isLiteral);
        said.Add(marker);
        return Write(marker);
    }

    /// <summary>The text in quotation marks, or through a parameter.</summary>
    public string Write(Marker marker, bool mayBeBare = false)
    {
        string quoted = StringLiteral.Quote(marker.Text);
        if (Chance(80))
        {
            return quoted;
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"given-{_parameters.Count}");
        _parameters.Add($"param {name}: text = {quoted}");
        return !mayBeBare || Chance(50) ? $"\"${{{name}}}\"" : name;
    }

    /// <summary>A value of a type, without names of things.</summary>
    public string Value(FieldType type, ICollection<Marker> said)
    {
        ValueForm form = Pick([.. type.Forms.Where(f => f is not (ValueForm.Name or ValueForm.Image))]);
        return form switch
        {
            ValueForm.Text => BareText(said),
            ValueForm.Word => Pick(type.Words),
            ValueForm.Boolean => Pick(["true", "false"]),
            ValueForm.Ratio => "3:2",
            ValueForm.Size => "1536x1024",
            ValueForm.Color => Pick(["#2E4057", "#fa0", "#AABBCCDD"]),
            ValueForm.Percent => Number(type) + "%",
            ValueForm.Integer or ValueForm.Number => Number(type),
            _ => List(type, said),
        };
    }

    private string BareText(ICollection<Marker> said)
    {
        Marker marker = Mark();
        said.Add(marker);
        return Write(marker, mayBeBare: true);
    }

    private string List(FieldType type, ICollection<Marker> said) =>
        $"[{string.Join(", ", Enumerable.Range(0, Next(1, 3)).Select(_ => Value(type.Item!, said)))}]";

    private string Number(FieldType type) =>
        Next((int)(type.Minimum ?? 0), Math.Min(9, (int)(type.Maximum ?? 9))).ToString(CultureInfo.InvariantCulture);
}
