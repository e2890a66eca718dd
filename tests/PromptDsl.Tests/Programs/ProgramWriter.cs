using System.Globalization;
using PromptDsl.Schema;
using PromptDsl.Syntax;

namespace PromptDsl.Tests.Programs;

/// <summary>Writes one program: sections, things, references, loops, variations, and often stages.</summary>
internal sealed class ProgramWriter
{
    private readonly ValueWriter _values;
    private readonly SectionWriter _sections;
    private readonly ThingWriter _things;
    private readonly List<string> _lines = [];
    private readonly HashSet<Marker> _base = [];
    private readonly HashSet<Marker> _reminder = [];
    private readonly HashSet<Marker> _negatives = [];
    private readonly HashSet<Marker> _sentAlways = [];
    private readonly List<ThingPlan> _plans = [];
    private readonly List<Marker> _varied = [];

    public ProgramWriter(Random random)
    {
        _values = new ValueWriter(random);
        _sections = new SectionWriter(_values);
        _things = new ThingWriter(_values, _sections);
    }

    public GeneratedProgram Write()
    {
        WriteAbout();
        WriteSections();
        WriteReferences();
        WriteVariation();
        _lines.Add($"details {{\n{string.Join('\n', WriteThings("thing", _plans, []))}\n}}");
        WriteLoop();
        var stages = new StageWriter(_values, _sections, _lines);
        Dictionary<string, IReadOnlySet<Marker>> said = _values.Chance(60)
            ? stages.Write(new StageBase(_base, _reminder, _negatives, _sentAlways, _plans), WriteThings)
            : new() { [""] = Everything() };
        string text = string.Join('\n', _things.Definitions.Concat(_values.Parameters).Concat(_lines));
        return new GeneratedProgram(text + "\n", _values.All, said, _varied);
    }

    private HashSet<Marker> Everything() =>
        [.. _base, .. _reminder, .. _negatives, .. _sentAlways, .. _plans.SelectMany(p => p.Said)];

    private void Add(string? line)
    {
        if (line is not null)
        {
            _lines.Add(line);
        }
    }

    private void WriteAbout()
    {
        foreach (string key in (string[])["title", "version", "owner", "tags", "license", "note"])
        {
            Add(_sections.FileProperty(key, []));
        }

        Add(_values.Chance(50) ? "locale: ko" : null);
    }

    private void WriteSections()
    {
        foreach (string key in (string[])["content", "prompt", "purpose"])
        {
            Add(_sections.FileProperty(key, _base));
        }

        Add(_sections.FileProperty("negatives", _negatives));
        Add(_sections.Block("subject", _base));
        foreach (string domain in LanguageSchema.File.Children.Where(LanguageSchema.IsDomain))
        {
            Add(_values.Chance(10) ? _sections.Block(domain, _base) : null);
        }

        // What an edit is reminded of, and what it is not.
        bool reminds = _values.Chance(50);
        Add(
            reminds
                ? _sections.Style(_reminder, k => k is "medium" or "movement" or "palette" or "mix")
                : _sections.Style(_base, k => k is not ("medium" or "movement" or "palette" or "mix"))
        );
        string? safeArea = _values.Chance(50) ? _sections.Block("safe-area", _base) : null;
        Add($"technical {{\naspect: 3:2\nquality: {_values.Pick(["low", "high"])}\n{safeArea}\n}}");
    }

    private void WriteReferences()
    {
        for (int i = _values.Next(0, 2); i > 0; i--)
        {
            string role = _values.Pick(LanguageSchema.ReferenceRoles);
            HashSet<Marker> said = role is "style" or "character" ? _sentAlways : _base;
            string take = $"take: {_values.Text(said)}\nignore: {_values.Text(said)}\npart: {_values.Text(said)}";
            _lines.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"reference picture-{i} \"refs/{i}.png\" {{\nrole: {role}\n{take}\n}}"
                )
            );
        }
    }

    private void WriteVariation()
    {
        if (!_values.Chance(25))
        {
            return;
        }

        _varied.AddRange([_values.Mark(), _values.Mark()]);
        string choices = string.Join(", ", _varied.Select(m => StringLiteral.Quote(m.Text)));
        _lines.Add($"param varied: choice [{choices}] = {StringLiteral.Quote(_varied[0].Text)}");
        _lines.Add("vary varied");
        _lines.Add("audience: varied");
    }

    /// <summary>Things that name each other, those with a name before those without.</summary>
    private IEnumerable<string> WriteThings(string prefix, List<ThingPlan> plans, IReadOnlyList<string> known)
    {
        string[] names =
        [
            .. Enumerable
                .Range(0, _values.Next(0, 3))
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}")),
        ];
        IReadOnlyList<string> targets = [.. known, .. names];
        foreach (string? name in names.Concat(Enumerable.Repeat<string?>(null, _values.Next(0, 2))))
        {
            (string source, ThingPlan plan) = _things.Write(name, targets);
            plans.Add(plan);
            yield return source;
        }
    }

    private void WriteLoop()
    {
        if (!_values.Chance(30))
        {
            return;
        }

        Marker[] items = [_values.Mark(), _values.Mark()];
        string list = string.Join(", ", items.Select((m, i) => $"[{i}, {StringLiteral.Quote(m.Text)}]"));
        _lines.Add(
            $"details {{ for [n, words] in [{list}] {{ object \"round-${{n}}\" \"${{words}}\" {{ count: 2 }} }} }}"
        );
        _plans.AddRange(
            items.Select(
                (m, i) => new ThingPlan(string.Create(CultureInfo.InvariantCulture, $"round-{i}"), m) { Said = { m } }
            )
        );
    }
}
