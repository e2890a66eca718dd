using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Semantics.Binding;

/// <summary>Makes sections and things of the blocks of a file or a stage.</summary>
internal sealed class SceneBuilder(DiagnosticBag diagnostics)
{
    private static readonly ImmutableArray<string> ThingKinds =
    [
        "object",
        "text",
        "region",
        "grid",
        "table",
        "callout",
    ];

    public Scene Build(BlockNode node)
    {
        ImmutableArray<DomainSection> domains = BuildDomains(node);
        return new Scene
        {
            Prompt = (node.Find("prompt")?.Value as TextValue)?.Text,
            Content = node.Find("content")?.Value ?? ImpliedContent(domains),
            Purpose = node.Find("purpose"),
            Audience = node.Find("audience"),
            Domains = domains,
            Subject = BuildSubject(node),
            Style = BuildStyle(node),
            Things = BuildThings(node),
            Negatives = Texts(node, "negatives"),
            SafeArea = BuildSafeArea(node.Child("technical")),
        };
    }

    /// <summary>The texts of a field; what is not text there has been reported.</summary>
    public static ImmutableArray<AuthoredText> Texts(BlockNode node, string key) =>
        node.Find(key)?.Value switch
        {
            TextValue text => [text.Text],
            ListValue list => [.. list.Items.OfType<TextValue>().Select(t => t.Text)],
            _ => [],
        };

    // ---- sections

    private ImmutableArray<DomainSection> BuildDomains(BlockNode node)
    {
        var domains = ImmutableArray.CreateBuilder<DomainSection>();
        foreach (BlockNode child in node.Children.Where(c => LanguageSchema.IsDomain(c.Schema.Name)))
        {
            domains.Add(new DomainSection(child.Schema.Name, child.ToFields(), child.Place));
        }

        // Beside its own fields a picture may have those of another kind; in place of them they are a slip.
        bool isOther =
            node.Find("content")?.Value is WordValue said
            && LanguageSchema.IsDomain(said.Word)
            && !domains.Any(d => d.Kind == said.Word);
        if (isOther && domains.FirstOrDefault(d => d.Kind != "education") is { } other)
        {
            BoundValue content = node.Find("content")!.Value;
            diagnostics.Add(StageDiagnostics.DomainMismatch(other.Place, other.Kind, content.Written, content.Place));
        }

        return domains.ToImmutable();
    }

    /// <summary>A block of fields for a kind of content says what the content is.</summary>
    private static WordValue? ImpliedContent(ImmutableArray<DomainSection> domains)
    {
        DomainSection? domain = domains.FirstOrDefault(d => d.Kind != "education");
        return domain is null ? null : new WordValue(domain.Kind, domain.Place);
    }

    private static SubjectSection? BuildSubject(BlockNode node)
    {
        if (node.Child("subject") is { } block)
        {
            return new SubjectSection((block.Value as TextValue)?.Text, block.ToFields(), block.Place);
        }

        return node.Find("subject") is { } property
            ? new SubjectSection(Joined(property.Value), FieldSet.Empty, property.KeyPlace)
            : null;
    }

    /// <summary>A prose value as one text; the items of a list are joined by commas.</summary>
    private static AuthoredText? Joined(BoundValue value)
    {
        switch (value)
        {
            case TextValue text:
                return text.Text;
            case ListValue list:
                var runs = ImmutableArray.CreateBuilder<TextRun>();
                foreach (BoundValue item in list.Items)
                {
                    if (runs.Count > 0)
                    {
                        runs.Add(new TextRun(", ", item.Place));
                    }

                    runs.AddRange(Joined(item)?.Runs ?? []);
                }

                return runs.Count == 0 ? null : new AuthoredText(runs.ToImmutable(), list.Place);
            default:
                return new AuthoredText([new TextRun(value.Written, value.Place)], value.Place);
        }
    }

    private static StyleSection? BuildStyle(BlockNode node)
    {
        if (node.Child("style") is not { } block)
        {
            return null;
        }

        var mixes = ImmutableArray.CreateBuilder<StyleMix>();
        foreach (BlockNode mix in block.ChildrenOf("mix"))
        {
            if (mix.Value is TextValue style)
            {
                mixes.Add(new StyleMix(style.Text, mix.Find("weight")?.Value as PercentValue, mix.Place));
            }
        }

        return new StyleSection(
            block.ToFields(f => f.Key != "palette"),
            BuildPalette(block),
            mixes.ToImmutable(),
            block.Place
        );
    }

    private static ImmutableArray<PaletteColor> BuildPalette(BlockNode style)
    {
        var colors = ImmutableArray.CreateBuilder<PaletteColor>();
        if (style.Find("palette") is { } property)
        {
            AddColors(colors, property.Value);
        }

        if (style.Child("palette") is { } block)
        {
            if (block.Value is not null)
            {
                AddColors(colors, block.Value);
            }

            foreach (Field field in block.ToFields())
            {
                colors.Add(new PaletteColor(field.Key, field.Value));
            }
        }

        return colors.ToImmutable();
    }

    private static void AddColors(ImmutableArray<PaletteColor>.Builder colors, BoundValue value)
    {
        foreach (BoundValue color in value is ListValue list ? list.Items : [value])
        {
            if (color is not ErrorValue)
            {
                colors.Add(new PaletteColor(null, color));
            }
        }
    }

    private static SafeAreaSection? BuildSafeArea(BlockNode? technical) =>
        technical?.Child("safe-area") is { } block ? new SafeAreaSection(block.ToFields(), block.Place) : null;

    // ---- things

    private ImmutableArray<Thing> BuildThings(BlockNode node)
    {
        var things = ImmutableArray.CreateBuilder<Thing>();
        foreach (BlockNode child in node.Children)
        {
            if (child.Schema.Name == "details")
            {
                things.AddRange(BuildThings(child));
            }
            else if (ThingKinds.Contains(child.Schema.Name) && BuildThing(child) is { } thing)
            {
                things.Add(thing);
            }
        }

        return things.ToImmutable();
    }

    private Thing? BuildThing(BlockNode node)
    {
        FieldSet fields = node.ToFields(f => !LanguageSchema.Relations.Contains(f.Key));
        ImmutableArray<Relation> relations = BuildRelations(node);
        AuthoredText? text = (node.Value as TextValue)?.Text;
        switch (node.Schema.Name)
        {
            case "object" when node.Value is null && node.Name is null:
                diagnostics.Add(PlacementDiagnostics.MissingBlockValue(node.Place, node.Schema));
                return null;
            case "object" when text is not null || node.Name is not null:
                return new ObjectThing(node.Name, text, fields, relations, node.Place);
            case "text" when text is not null:
                return IsSaid(text, node) ? new TextThing(node.Name, text, fields, relations, node.Place) : null;
            case "callout" when text is not null:
                return IsSaid(text, node) ? new CalloutThing(node.Name, text, fields, node.Place) : null;
            case "region":
                return new RegionThing(node.Name, BuildArea(node), fields, relations, node.Place);
            case "grid" when node.Value is SizeValue size:
                return BuildGrid(node, size.Size, fields);
            case "table":
                return BuildTable(node, text, fields, relations);
            default:
                return null;
        }
    }

    private bool IsSaid(AuthoredText text, BlockNode node)
    {
        if (text.IsBlank)
        {
            diagnostics.Add(StageDiagnostics.EmptyLiteral(text.Place, node.Schema.Name));
        }

        return !text.IsBlank;
    }

    private static ImmutableArray<Relation> BuildRelations(BlockNode node)
    {
        FieldSet fields = node.ToFields(f => LanguageSchema.Relations.Contains(f.Key));
        return
        [
            .. fields.Select(f => new Relation(
                f.Key,
                f.Value is ListValue list ? list.Items : [f.Value],
                new SourceSpan(
                    f.KeyPlace.Source,
                    TextSpan.Union(
                        f.KeyPlace.Span,
                        f.Value.Place.Source == f.KeyPlace.Source ? f.Value.Place.Span : f.KeyPlace.Span
                    )
                )
            )),
        ];
    }

    private AreaContent BuildArea(BlockNode node) =>
        new((node.Value as TextValue)?.Text, BuildStyle(node), BuildThings(node), Texts(node, "negatives"), node.Place);

    private GridThing BuildGrid(BlockNode node, ImageSize size, FieldSet fields)
    {
        ImmutableArray<AreaContent> cells = [.. node.ChildrenOf("cell").Select(BuildArea)];
        long expected = size.Pixels;
        if (!cells.IsEmpty && cells.Length != expected)
        {
            diagnostics.Add(StageDiagnostics.CellCount(node.Value!.Place, size.ToString(), expected, cells.Length));
        }

        AreaContent? each = node.Child("each") is { } block ? BuildArea(block) : null;
        return new GridThing(node.Name, size, each, cells, fields, node.Place);
    }

    private TableThing BuildTable(
        BlockNode node,
        AuthoredText? title,
        FieldSet fields,
        ImmutableArray<Relation> relations
    )
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (BlockNode row in node.ChildrenOf("row"))
        {
            if (row.Value is not ListValue cells)
            {
                continue;
            }

            if (fields["columns"] is ListValue columns && columns.Items.Length != cells.Items.Length)
            {
                diagnostics.Add(
                    StageDiagnostics.RowLength(cells.Place, columns.Place, columns.Items.Length, cells.Items.Length)
                );
            }

            rows.Add(new TableRow((row.Label as TextValue)?.Text, cells.Items, row.Place));
        }

        return new TableThing(node.Name, title, rows.ToImmutable(), fields, relations, node.Place);
    }
}
