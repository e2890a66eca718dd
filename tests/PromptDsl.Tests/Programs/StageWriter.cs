using System.Globalization;

namespace PromptDsl.Tests.Programs;

/// <summary>Writes a chain of stages: a new picture and edits, and says what each of them tells the model.</summary>
internal sealed class StageWriter(ValueWriter values, SectionWriter sections, List<string> lines)
{
    internal delegate IEnumerable<string> Things(string prefix, List<ThingPlan> plans, IReadOnlyList<string> known);

    public Dictionary<string, IReadOnlySet<Marker>> Write(StageBase outer, Things writeThings)
    {
        var said = new Dictionary<string, IReadOnlySet<Marker>>();
        List<ThingPlan> there = [.. outer.Things];
        List<Marker> carried = [];
        int count = values.Next(1, 4);
        for (int i = 0; i < count; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"stage-{i}");
            HashSet<Marker> own = [];
            List<ThingPlan> plans = [];
            List<string> body = [$"note: {values.Text([])}"];
            body.AddRange(writeThings($"{name}-thing", plans, [.. Named(there).Select(t => t.Name!)]));
            body.Add(sections.Style(own, k => k is "lighting" or "camera" or "era" && i > 0) ?? "");
            body.Add(i > 0 || values.Chance(50) ? $"negatives: [{values.Text(own)}, {values.Text(own)}]" : "");
            own.UnionWith([.. outer.Negatives, .. outer.SentAlways, .. outer.Reminder]);
            own.UnionWith(plans.SelectMany(p => p.Said));
            if (i == 0)
            {
                own.UnionWith([.. outer.Said, .. outer.Things.SelectMany(t => t.Said)]);
            }
            else
            {
                body.Add($"change: [{values.Text(own)}, {values.Text(own)}]");
                own.UnionWith(Mentioned(plans, there));
                own.UnionWith(Keep(body, there, ref carried));
            }

            there.AddRange(plans);
            lines.Add($"stage {name} {{\n{string.Join('\n', body)}\n}}");
            said.Add(name, own);
        }

        return said;
    }

    /// <summary>What is kept: by default every named thing and the words kept before.</summary>
    private HashSet<Marker> Keep(List<string> body, List<ThingPlan> there, ref List<Marker> carried)
    {
        List<ThingPlan> kept = [.. Named(there)];
        if (values.Chance(40))
        {
            carried = [values.Mark(), values.Mark()];
            kept = [.. kept.Where(_ => values.Chance(50))];
            IEnumerable<string> items = carried.Select(m => values.Write(m)).Concat(kept.Select(t => t.Name!));
            body.Add($"keep: [{string.Join(", ", items)}]");
        }

        return [.. kept.Select(t => t.Introduction), .. carried];
    }

    private static IEnumerable<Marker> Mentioned(List<ThingPlan> plans, List<ThingPlan> there) =>
        from target in plans.SelectMany(p => p.Targets)
        from thing in there
        where thing.Name == target
        select thing.Introduction;

    private static IEnumerable<ThingPlan> Named(IEnumerable<ThingPlan> things) => things.Where(t => t.Name is not null);
}
