using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Passages;

/// <summary>Walks what a stage says, once, and lists its texts in the order of the model.</summary>
internal sealed class PassageReader
{
    private readonly ImmutableArray<Passage>.Builder _passages = ImmutableArray.CreateBuilder<Passage>();

    private PassageReader() { }

    /// <summary>Every text that a stage says itself or takes from the file.</summary>
    public static ImmutableArray<Passage> Read(Stage stage)
    {
        var reader = new PassageReader();
        reader.AddScene(stage.Scene);
        foreach (AuthoredText change in stage.Changes)
        {
            reader.Add(change, PassageRole.Change, PassageScope.Picture, "stage", "change");
        }

        if (stage.SaysKeep)
        {
            foreach (AuthoredText kept in stage.Keeps.Select(k => k.Text).OfType<AuthoredText>())
            {
                reader.Add(kept, PassageRole.Keep, PassageScope.Picture, "stage", "keep");
            }
        }

        reader.AddStyle(stage.StyleReminder, PassageScope.Picture);
        reader.AddReferences(stage);
        return reader._passages.ToImmutable();
    }

    private void AddScene(Scene scene)
    {
        Add(scene.Prompt, PassageRole.Prose, PassageScope.Picture, "prompt");
        Add(scene.Content, PassageRole.Description, PassageScope.Picture, "content");
        Add(scene.Purpose?.Value, PassageRole.Purpose, PassageScope.Picture, "purpose");
        Add(scene.Audience?.Value, PassageRole.Purpose, PassageScope.Picture, "audience");
        foreach (DomainSection domain in scene.Domains)
        {
            AddFields(domain.Fields, PassageScope.Picture, domain.Kind);
        }

        if (scene.Subject is { } subject)
        {
            Add(subject.Description, PassageRole.Description, PassageScope.Subject, "subject");
            foreach (Field field in subject.Fields)
            {
                // Where the subject is and how the picture feels is said of the whole picture.
                PassageScope scope = field.Key is "setting" or "mood" ? PassageScope.Picture : PassageScope.Subject;
                Add(field.Value, PassageRole.Description, scope, "subject", field.Key);
            }
        }

        AddStyle(scene.Style, PassageScope.Picture);
        AddThings(scene.Things, null);
        AddNegatives(scene.Negatives, PassageScope.Picture);
    }

    private void AddStyle(StyleSection? style, PassageScope scope)
    {
        if (style is null)
        {
            return;
        }

        AddFields(style.Fields, scope, "style");
        foreach (PaletteColor color in style.Palette)
        {
            Add(color.Color, PassageRole.Description, scope, "palette", color.Role);
        }

        foreach (StyleMix mix in style.Mixes)
        {
            _passages.Add(new Passage(ComposedText.Of(mix.Style), PassageRole.Description, scope, "mix") { Mix = mix });
        }
    }

    private void AddThings(ImmutableArray<Thing> things, AreaContent? area)
    {
        foreach (Thing thing in things)
        {
            AddThing(thing, new PassageScope(area, thing));
        }
    }

    private void AddThing(Thing thing, PassageScope scope)
    {
        switch (thing)
        {
            case ObjectThing item:
                Add(item.Description, PassageRole.Description, scope, "object");
                AddThingFields(item, scope, "object");
                break;
            case TextThing text:
                Add(text.Literal, PassageRole.Copy, scope, "text");
                AddThingFields(text, scope, "text");
                break;
            case RegionThing region:
                AddArea(region.Content, "region");
                AddThingFields(region, new PassageScope(region.Content, null), "region");
                break;
            case GridThing grid:
                AddArea(grid.Each, "each");
                foreach (AreaContent cell in grid.Cells)
                {
                    AddArea(cell, "cell");
                }

                AddThingFields(grid, scope, "grid");
                break;
            case TableThing table:
                Add(table.Title, PassageRole.Copy, scope, "table");
                foreach (TableRow row in table.Rows)
                {
                    Add(row.Label, PassageRole.Copy, scope, "row");
                    foreach (BoundValue cell in row.Cells)
                    {
                        Add(cell, PassageRole.Copy, scope, "row");
                    }
                }

                AddThingFields(table, scope, "table");
                break;
            case CalloutThing callout:
                Add(callout.Label, PassageRole.Copy, scope, "callout");
                break;
            default:
                throw new InvalidOperationException($"A {thing.GetType().Name} has no passages.");
        }
    }

    private void AddThingFields(Thing thing, PassageScope scope, string kind)
    {
        AddFields(thing.Fields, scope, kind);
        foreach (BoundValue target in thing.Relations.SelectMany(r => r.Targets).OfType<TextValue>())
        {
            Add(target, PassageRole.Description, scope, kind, "relation");
        }
    }

    private void AddArea(AreaContent? area, string kind)
    {
        if (area is null)
        {
            return;
        }

        var scope = new PassageScope(area, null);
        Add(area.Description, PassageRole.Description, scope, kind);
        AddStyle(area.Style, scope);
        AddThings(area.Things, area);

        // Those of a region are among its fields.
        if (kind != "region")
        {
            AddNegatives(area.Negatives, scope);
        }
    }

    private void AddFields(FieldSet fields, PassageScope scope, string kind)
    {
        foreach (Field field in fields)
        {
            PassageRole role = field.Key == "negatives" ? PassageRole.Negative : PassageRole.Description;
            Add(field.Value, role, scope, kind, field.Key);
        }
    }

    private void AddNegatives(ImmutableArray<AuthoredText> negatives, PassageScope scope)
    {
        foreach (AuthoredText negative in negatives)
        {
            Add(negative, PassageRole.Negative, scope, "negatives");
        }
    }

    private void AddReferences(Stage stage)
    {
        IEnumerable<Reference> references = stage
            .Inputs.SelectMany(i => i.Uses)
            .Select(u => u.Reference)
            .OfType<Reference>()
            .Distinct();
        foreach (Field field in references.SelectMany(r => r.Fields).Where(f => f.Key is "take" or "ignore" or "part"))
        {
            Add(field.Value, PassageRole.Reference, PassageScope.Picture, "reference", field.Key);
        }
    }

    private void Add(BoundValue? value, PassageRole role, PassageScope scope, string kind, string? key = null)
    {
        foreach (BoundValue item in value?.AsItems() ?? [])
        {
            if (item is TextValue text)
            {
                Add(text.Text, role, scope, kind, key);
            }
        }
    }

    private void Add(AuthoredText? text, PassageRole role, PassageScope scope, string kind, string? key = null)
    {
        if (text is not null && !text.IsBlank)
        {
            _passages.Add(new Passage(ComposedText.Of(text), role, scope, kind, key));
        }
    }
}
