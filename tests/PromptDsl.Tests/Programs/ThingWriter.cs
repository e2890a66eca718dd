using System.Globalization;
using PromptDsl.Schema;

namespace PromptDsl.Tests.Programs;

/// <summary>Writes objects, texts, regions, grids, tables and callouts with the keys of the schema.</summary>
internal sealed class ThingWriter(ValueWriter values, SectionWriter sections)
{
    private int _definitions;

    /// <summary>Definitions that the things include.</summary>
    public List<string> Definitions { get; } = [];

    /// <summary>A thing of any kind; only objects and texts get a name.</summary>
    /// <param name="name">Its name, or null.</param>
    /// <param name="names">The things that it may name.</param>
    public (string Source, ThingPlan Plan) Write(string? name, IReadOnlyList<string> names)
    {
        string kind = name is null
            ? values.Pick(["object", "text", "region", "grid", "table", "callout"])
            : values.Pick(["object", "text"]);
        bool isLiteral = kind is "text" or "callout";
        var plan = new ThingPlan(name, values.Mark(isLiteral));
        plan.Said.Add(plan.Introduction);
        IReadOnlyList<string> others = [.. names.Where(n => n != name)];
        string body = string.Join('\n', Body(kind, plan, others));
        string head = $"{kind} {name}".TrimEnd();
        return kind switch
        {
            "object" when name is not null && values.Chance(20) => (Included(head, plan, body), plan),
            "grid" => (Grid(plan, body), plan),
            "table" => ($"table {values.Write(plan.Introduction)} {{\n{body}\n{Rows(plan.Said)}\n}}", plan),
            _ => ($"{head} {values.Write(plan.Introduction)} {{\n{body}\n}}", plan),
        };
    }

    private IEnumerable<string> Body(string kind, ThingPlan plan, IReadOnlyList<string> names)
    {
        KindSchema schema = LanguageSchema.FindKind(kind)!;
        foreach (KeySchema key in schema.Keys.Where(_ => values.Chance(25)))
        {
            if (key.Type.Target == NameTarget.Thing)
            {
                yield return $"{key.Name}: {Names(plan, names)}";
            }
            else if (key.Type.Target == NameTarget.None && key.Name is not "columns")
            {
                yield return $"{key.Name}: {values.Value(key.Type, plan.Said)}";
            }
        }

        if (kind == "region")
        {
            yield return sections.Style(plan.Said, _ => true) ?? "";
            yield return $"object {values.Text(plan.Said)}";
        }
    }

    private string Names(ThingPlan plan, IReadOnlyList<string> names)
    {
        if (names.Count == 0 || values.Chance(30))
        {
            return values.Text(plan.Said);
        }

        string name = values.Pick(names);
        plan.Targets.Add(name);
        return name;
    }

    private string Included(string head, ThingPlan plan, string body)
    {
        string definition = string.Create(CultureInfo.InvariantCulture, $"defined-{_definitions++}");
        Definitions.Add($"define object {definition} {values.Write(plan.Introduction)}");
        return $"{head} {{\ninclude {definition}\n{body}\n}}";
    }

    private string Grid(ThingPlan plan, string body)
    {
        (int columns, int rows) = (values.Next(1, 3), values.Next(1, 2));
        IEnumerable<string> cells = Enumerable
            .Range(1, columns * rows)
            .Select(_ => $"cell {values.Text(plan.Said)} {{ object {values.Text(plan.Said)} }}");
        string each = $"each {values.Write(plan.Introduction)}";
        string size = string.Create(CultureInfo.InvariantCulture, $"{columns}x{rows}");
        return $"grid {size} {{\n{body}\n{each}\n{string.Join('\n', cells)}\n}}";
    }

    private string Rows(ICollection<Marker> said)
    {
        int columns = values.Next(1, 3);
        string Cells() =>
            $"[{string.Join(", ", Enumerable.Range(0, columns).Select(i => i == 1 ? "4.50" : values.Text(said, isLiteral: true)))}]";
        IEnumerable<string> rows = Enumerable
            .Range(0, values.Next(1, 3))
            .Select(i => i == 1 ? $"row {values.Text(said, isLiteral: true)} {Cells()}" : $"row {Cells()}");
        return (values.Chance(50) ? $"columns: {Cells()}\n" : "") + string.Join('\n', rows);
    }
}
