using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>Puts together what each stage says: the file's sections, its own, what it keeps, what it reads.</summary>
internal sealed class StageBuilder
{
    private readonly DiagnosticBag _diagnostics;
    private readonly CompilerOptions _options;
    private readonly BlockNode _root;
    private readonly SceneBuilder _scenes;
    private readonly Scene _base;
    private readonly ImmutableArray<Reference> _references;
    private readonly ImmutableDictionary<string, Thing> _baseThings;
    private readonly FieldSet _technical;
    private readonly Dictionary<string, Lineage> _lineages = new(StringComparer.Ordinal);

    /// <summary>What a stage leaves to those that build on it.</summary>
    private sealed record Lineage(ImmutableArray<Thing> Things, ImmutableArray<KeptItem> KeptTexts, bool ShowsBase);

    public StageBuilder(DiagnosticBag diagnostics, CompilerOptions options, BlockNode root)
    {
        _diagnostics = diagnostics;
        _options = options;
        _root = root;
        _scenes = new SceneBuilder(diagnostics);
        _references = References(root);
        Scene scene = _scenes.Build(root);
        ImmutableDictionary<string, Thing> declared = ThingResolver.Collect(scene.Things, diagnostics);
        _base = scene with
        {
            Things = new ThingResolver(diagnostics, declared, ReferenceNames([])).Resolve(scene.Things),
        };
        _baseThings = ThingResolver.Collect(_base.Things, new DiagnosticBag());
        _technical = root.Child("technical")?.ToFields() ?? FieldSet.Empty;
    }

    /// <summary>What is said outside stages.</summary>
    public Scene Base => _base;

    /// <summary>Every reference of the file and its stages.</summary>
    public ImmutableArray<Reference> AllReferences =>
        [.. _references, .. _root.ChildrenOf("stage").SelectMany(s => ReferencesQuietly(s))];

    /// <summary>The stages in order; none when they read each other in a circle.</summary>
    public ImmutableArray<Stage> Build()
    {
        ImmutableArray<BlockNode> nodes = [.. _root.ChildrenOf("stage")];
        if (nodes.IsEmpty)
        {
            return [BuildWholeFile()];
        }

        if (nodes.Length > Limits.Stages)
        {
            _diagnostics.Add(StageDiagnostics.TooManyStages(nodes[Limits.Stages].Place, nodes.Length));
            return [];
        }

        foreach (string key in (ReadOnlySpan<string>)["change", "keep", "mask", "from"])
        {
            if (_root.Find(key) is { } stray)
            {
                _diagnostics.Add(StageDiagnostics.StepBesideStages(stray.KeyPlace, nodes[0].Place, key));
            }
        }

        var plan = new StagePlan(_diagnostics, nodes);
        if (plan.Order() is not { } order)
        {
            return [];
        }

        return [.. order.Select(n => BuildStage(n, plan.SourcesOf(n), isLast: ReferenceEquals(n, nodes[^1])))];
    }

    // ---- a file without stages

    private Stage BuildWholeFile()
    {
        ImmutableArray<StageSource> sources = FileSources();
        ImmutableArray<AuthoredText> changes = SceneBuilder.Texts(_root, "change");
        bool isEdit = !changes.IsEmpty || !sources.IsEmpty;
        bool saysInput = _root.Find("from") is { Value: not WordValue };
        if (isEdit && sources.IsEmpty && _references.IsEmpty && !saysInput)
        {
            _diagnostics.Add(StageDiagnostics.ChangeOfNothing(_root.Find("change")!.KeyPlace, inStage: false));
        }

        if (!isEdit)
        {
            ReportEditOnly(_root);
        }

        ImmutableArray<InputPicture> inputs = isEdit ? EditedReferences(sources) : Number(_references.Select(Use));
        return Create(_root, "", isEdit, inputs, _baseThings) with
        {
            Scene = _base,
            Changes = changes,
            Keeps = isEdit ? KeepsOf(_root, Resolver(_baseThings, []), new Lineage([], [], false), _baseThings) : [],
            Expect = ResolveExpect(_root.Child("expect")?.ToFields() ?? FieldSet.Empty, _baseThings),
        };
    }

    private ImmutableArray<StageSource> FileSources()
    {
        BoundValue? from = _root.Find("from")?.Value;
        if (from is ListValue list)
        {
            StagePlan.CheckInputs(list, _diagnostics);
            return [.. list.Items.Select(FileSource).OfType<StageSource>()];
        }

        return from is not null && FileSource(from) is { } source ? [source] : [];
    }

    private StageSource? FileSource(BoundValue value)
    {
        switch (value)
        {
            case ImageValue image:
                return new StageSource(null, image, image.Place);
            case NameValue { Alternative: ImageValue image }:
                return new StageSource(null, image, value.Place);
            case NameValue name:
                _diagnostics.Add(StageDiagnostics.UnknownStage(name.Place, name.Name, null, []));
                return null;
            default:
                return null;
        }
    }

    /// <summary>The pictures that a file without stages edits come first: those of <c>from</c>, else the references that show content.</summary>
    private ImmutableArray<InputPicture> EditedReferences(ImmutableArray<StageSource> sources)
    {
        if (!sources.IsEmpty)
        {
            return Number(sources.Select(Use).Concat(_references.Select(Use)));
        }

        List<Reference> edited = [.. _references.Where(r => r.Roles.IsEmpty || r.Roles.Contains("content"))];
        if (edited.Count == 0)
        {
            edited.AddRange(_references.Take(1));
        }

        return Number(
            edited
                .Select(r => Use(r) with { Use = new PictureUse(r.Name, r, r.Place) { IsEdited = true } })
                .Concat(_references.Except(edited).Select(Use))
        );
    }

    // ---- a stage

    private Stage BuildStage(BlockNode node, ImmutableArray<StageSource> sources, bool isLast)
    {
        BoundValue? from = node.Find("from")?.Value;
        bool isEdit = !sources.IsEmpty || from is not (null or WordValue or ListValue { Items.IsEmpty: true });
        ImmutableArray<AuthoredText> changes = SceneBuilder.Texts(node, "change");
        if (!isEdit && from is not ListValue)
        {
            if (node.Find("change") is { } change)
            {
                _diagnostics.Add(StageDiagnostics.ChangeOfNothing(change.KeyPlace, inStage: true));
            }

            ReportEditOnly(node);
        }

        ImmutableArray<Reference> own = References(node);
        Scene scene = _scenes.Build(node);
        Lineage lineage = Inherit(sources);
        ImmutableDictionary<string, Thing> ownThings = ThingResolver.Collect(scene.Things, _diagnostics);
        ImmutableDictionary<string, Thing> outer = _baseThings.SetItems(
            ThingResolver
                .All(lineage.Things)
                .Where(t => t.Name is not null)
                .Select(t => KeyValuePair.Create(t.Name!, t))
        );
        if (!isEdit)
        {
            ReportShadowed(ownThings);
        }

        ThingResolver resolver = Resolver(outer.SetItems(ownThings), own);
        scene = scene with { Things = resolver.Resolve(scene.Things) };
        ImmutableDictionary<string, Thing> visible = outer.SetItems(
            ThingResolver.Collect(scene.Things, new DiagnosticBag())
        );
        ImmutableArray<KeptItem> keeps = isEdit ? KeepsOf(node, resolver, lineage, ownThings) : [];
        _lineages[node.Name!] = new Lineage(
            [.. lineage.Things, .. scene.Things],
            [.. keeps.Where(k => k.Text is not null)],
            lineage.ShowsBase || !isEdit
        );

        FieldSet expect = node.Child("expect")?.ToFields() ?? FieldSet.Empty;
        if (isLast && _root.Child("expect") is { } fileExpect)
        {
            expect = TechnicalReader.Overlay(fileExpect.ToFields(), expect);
        }

        ImmutableArray<InputPicture> inputs = Number(
            sources
                .Select(Use)
                .Concat(own.Select(Use))
                .Concat(
                    _references
                        .Where(r => !isEdit || r.Roles.Contains("style") || r.Roles.Contains("character"))
                        .Select(Use)
                )
        );
        return Create(node, node.Name!, isEdit, inputs, visible) with
        {
            Scene = isEdit ? scene with { Negatives = Join(_base.Negatives, scene.Negatives) } : Join(_base, scene),
            Changes = isEdit ? changes : [],
            Keeps = keeps,
            StyleReminder = isEdit ? Reminder(scene.Style) : null,
            Expect = ResolveExpect(expect, visible),
        };
    }

    /// <summary>Everything that does not depend on whether the file has stages.</summary>
    private Stage Create(
        BlockNode node,
        string name,
        bool isEdit,
        ImmutableArray<InputPicture> inputs,
        ImmutableDictionary<string, Thing> visible
    )
    {
        bool isFile = ReferenceEquals(node, _root);
        FieldSet technical = isFile
            ? _technical
            : TechnicalReader.Overlay(_technical, node.Child("technical")?.ToFields() ?? FieldSet.Empty);
        int variants = (node.Find("variants")?.Value as NumberValue)?.Number is { } said
            ? (int)said
            : technical.Integer("count") ?? 1;
        int select = (node.Find("select")?.Value as NumberValue)?.Number is { } chosen ? (int)chosen : 1;
        if (select > variants)
        {
            _diagnostics.Add(StageDiagnostics.SelectOutOfRange(node.Find("select")!.Value.Place, select, variants));
        }

        string? via = (node.Find("via")?.Value as WordValue)?.Word ?? technical.Word("via");
        return new Stage
        {
            Name = name,
            IsEdit = isEdit,
            Place = node.Place,
            Scene = Scene.Empty,
            Inputs = inputs,
            Mask = isEdit ? node.Find("mask")?.Value as ImageValue : null,
            DependsOn = [.. inputs.Select(i => i.Source).OfType<StageInput>().Select(s => s.Stage)],
            Variants = variants,
            Select = select,
            Route = TechnicalReader.Route(via),
            Technical = technical,
            Parameters = TechnicalReader.Read(technical, variants, _options),
            Visible = visible,
        };
    }

    private void ReportEditOnly(BlockNode node)
    {
        foreach (string key in (ReadOnlySpan<string>)["keep", "mask"])
        {
            if (node.Find(key) is { } field)
            {
                _diagnostics.Add(StageDiagnostics.EditOnly(field.KeyPlace, key));
            }
        }
    }

    private void ReportShadowed(ImmutableDictionary<string, Thing> own)
    {
        foreach ((string name, Thing thing) in own)
        {
            if (_baseThings.TryGetValue(name, out Thing? first))
            {
                _diagnostics.Add(PlacementDiagnostics.DuplicateName(thing.Place, first.Place, name, inLoop: false));
            }
        }
    }

    private Lineage Inherit(ImmutableArray<StageSource> sources)
    {
        List<Lineage> parents = [.. sources.Where(s => s.Stage is not null).Select(s => _lineages[s.Stage!])];
        return new Lineage(
            [.. parents.SelectMany(p => p.Things).Distinct()],
            [.. parents.SelectMany(p => p.KeptTexts).DistinctBy(k => k.Text!.Plain, StringComparer.Ordinal)],
            parents.Exists(p => p.ShowsBase)
        );
    }

    // ---- what is kept

    private ImmutableArray<KeptItem> KeepsOf(
        BlockNode node,
        ThingResolver resolver,
        Lineage lineage,
        ImmutableDictionary<string, Thing> own
    )
    {
        if (node.Find("keep") is { } keep)
        {
            var items = keep.Value is ListValue list ? list.Items : [keep.Value];
            return [.. items.Select(i => Keep(i, resolver)).OfType<KeptItem>()];
        }

        // By default the named objects and texts that are there, and words kept before. What the
        // stage declares anew replaces what was there under the name.
        IEnumerable<Thing> there = (lineage.ShowsBase ? _base.Things : []).Concat(lineage.Things);
        IEnumerable<KeptItem> things = ThingResolver
            .All(there)
            .Where(t => t is ObjectThing or TextThing && t.Name is not null && !own.ContainsKey(t.Name))
            .GroupBy(t => t.Name!, StringComparer.Ordinal)
            .Select(g => new KeptItem(g.Last(), null, g.Last().Place));
        ImmutableArray<AuthoredText> changes = SceneBuilder.Texts(node, "change");
        IEnumerable<KeptItem> words = lineage.KeptTexts.Where(k =>
            !changes.Any(c => c.Plain.Contains(k.Text!.Plain, StringComparison.OrdinalIgnoreCase))
        );
        return [.. things, .. words];
    }

    private static KeptItem? Keep(BoundValue value, ThingResolver resolver) =>
        resolver.Resolve(value, "keep") switch
        {
            NameValue name => new KeptItem(resolver.Find(name.Name), null, name.Place),
            TextValue text => new KeptItem(null, text.Text, text.Place),
            _ => null,
        };

    // ---- style and scenes

    private StyleSection? Reminder(StyleSection? own)
    {
        if (_base.Style is not { } style)
        {
            return null;
        }

        var reminder = new StyleSection(
            new FieldSet([
                .. style.Fields.Where(f => f.Key is "medium" or "movement" && own?.Fields.Find(f.Key) is null),
            ]),
            own is { Palette.IsEmpty: false } ? [] : style.Palette,
            own is { Mixes.IsEmpty: false } ? [] : style.Mixes,
            style.Place
        );
        return reminder.IsEmpty ? null : reminder;
    }

    private static Scene Join(Scene outer, Scene own) =>
        outer with
        {
            Prompt = own.Prompt ?? outer.Prompt,
            Content = outer.Content ?? own.Content,
            Domains = [.. outer.Domains.Where(d => !own.Domains.Any(o => o.Kind == d.Kind)), .. own.Domains],
            Purpose = own.Purpose ?? outer.Purpose,
            Audience = own.Audience ?? outer.Audience,
            Subject = own.Subject ?? outer.Subject,
            Style = Join(outer.Style, own.Style),
            Things = [.. outer.Things, .. own.Things],
            Negatives = Join(outer.Negatives, own.Negatives),
            SafeArea = own.SafeArea ?? outer.SafeArea,
        };

    private static StyleSection? Join(StyleSection? outer, StyleSection? own)
    {
        if (outer is null || own is null)
        {
            return own ?? outer;
        }

        FieldSet fields = new([
            .. LanguageSchema
                .FindKind("style")!
                .Keys.Select(k => own.Fields.Find(k.Name) ?? outer.Fields.Find(k.Name))
                .OfType<Field>(),
        ]);
        return new StyleSection(
            fields,
            own.Palette.IsEmpty ? outer.Palette : own.Palette,
            own.Mixes.IsEmpty ? outer.Mixes : own.Mixes,
            own.Place
        );
    }

    private static ImmutableArray<AuthoredText> Join(
        ImmutableArray<AuthoredText> outer,
        ImmutableArray<AuthoredText> own
    ) => [.. outer.Concat(own).DistinctBy(t => t.Plain, StringComparer.Ordinal)];

    // ---- pictures

    private readonly record struct PictureSource(InputSource Source, PictureUse Use);

    private static PictureSource Use(StageSource source) =>
        source.Stage is { } stage
            ? new(new StageInput(stage), new PictureUse(stage, null, source.Place))
            : new(new FileInput(source.File!.Path), new PictureUse(null, null, source.Place));

    private static PictureSource Use(Reference reference) =>
        new(new FileInput(reference.Image.Path), new PictureUse(reference.Name, reference, reference.Place));

    /// <summary>Numbers the pictures; a file that is used twice is sent once.</summary>
    private static ImmutableArray<InputPicture> Number(IEnumerable<PictureSource> sources)
    {
        var pictures = new List<InputPicture>();
        foreach (PictureSource source in sources)
        {
            int known = pictures.FindIndex(p => p.Source == source.Source);
            if (known >= 0)
            {
                pictures[known] = pictures[known] with { Uses = pictures[known].Uses.Add(source.Use) };
            }
            else
            {
                pictures.Add(new InputPicture(pictures.Count + 1, source.Source, [source.Use]));
            }
        }

        return [.. pictures];
    }

    private ImmutableArray<Reference> References(BlockNode node)
    {
        ImmutableArray<Reference> references = ReferencesQuietly(node);
        if (ReferenceEquals(node, _root))
        {
            return references;
        }

        foreach (Reference reference in references)
        {
            if (_references.FirstOrDefault(r => r.Name == reference.Name) is { } first)
            {
                _diagnostics.Add(
                    PlacementDiagnostics.DuplicateName(reference.Place, first.Place, reference.Name, inLoop: false)
                );
            }
        }

        return references;
    }

    private static ImmutableArray<Reference> ReferencesQuietly(BlockNode node) =>
        [
            .. node.ChildrenOf("reference")
                .Where(r => r.Value is ImageValue)
                .Select(r => new Reference(r.Name!, (ImageValue)r.Value!, r.ToFields(), r.Place)),
        ];

    private ThingResolver Resolver(IReadOnlyDictionary<string, Thing> visible, ImmutableArray<Reference> own) =>
        new(_diagnostics, visible, ReferenceNames(own));

    private IReadOnlyCollection<string> ReferenceNames(ImmutableArray<Reference> own) =>
        [.. _references.Concat(own).Select(r => r.Name)];

    // ---- expectations

    private FieldSet ResolveExpect(FieldSet expect, ImmutableDictionary<string, Thing> visible)
    {
        foreach (NameValue name in expect.Items("text").OfType<NameValue>())
        {
            if (!visible.TryGetValue(name.Name, out Thing? thing))
            {
                string? suggestion = Suggestion.For(
                    name.Name,
                    visible.Where(v => v.Value is TextThing).Select(v => v.Key)
                );
                _diagnostics.Add(ValueDiagnostics.UnknownThing(name.Place, name.Name, "text", suggestion));
            }
            else if (thing is not TextThing)
            {
                _diagnostics.Add(ValueDiagnostics.WrongThing(name.Place, name.Name, "a text", thing.Place));
            }
        }

        return expect;
    }
}
