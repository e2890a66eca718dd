using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Wording;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>Collects what a stage says into sections, in the order of the text.</summary>
internal sealed class StageLowering(LoweringContext context)
{
    private readonly List<PromptItem>?[] _sections = new List<PromptItem>?[(int)PromptSectionKind.Negatives + 1];

    private Stage Stage => context.Stage;

    // Things are described where they are first called, so that this follows the order of the text.
    public PromptDocument Lower()
    {
        Scene scene = Stage.Scene;
        if (scene.Prompt is not null && context.SayRaw(scene.Prompt) is { IsEmpty: false } prompt)
        {
            Add(PromptSectionKind.Prompt, ProseLowering.Prompt(context, prompt, scene.Prompt.Place));
        }

        AddAll(PromptSectionKind.Images, new PictureLowering(context).Lower());
        Add(PromptSectionKind.Change, ProseLowering.Change(context));
        AddIntent(scene);
        AddThings(scene);
        Add(PromptSectionKind.Layout, SafeAreaLowering.Lower(context, scene.SafeArea));
        if (scene.Style is not null)
        {
            AddAll(PromptSectionKind.Style, new StyleLowering(context).Lower(scene.Style));
        }

        AddDomains(scene, PromptSectionKind.Style);
        if (Stage.IsEdit)
        {
            Add(PromptSectionKind.Keep, ProseLowering.Keep(context));
            if (Stage.StyleReminder is not null)
            {
                AddAll(PromptSectionKind.StyleReminder, new StyleLowering(context).Lower(Stage.StyleReminder));
            }
        }

        Add(PromptSectionKind.Negatives, context.Texts("file", "negatives", scene.Negatives));
        return new PromptDocument
        {
            Stage = Stage.Name,
            Locale = context.Book.Locale,
            IsEdit = Stage.IsEdit,
            Place = Stage.Place,
            Sections = [.. Sections()],
            Notes = context.Notes,
        };
    }

    private void AddIntent(Scene scene)
    {
        Add(PromptSectionKind.Intent, ProseLowering.Content(context));
        AddField("file", scene.Purpose);
        AddField("file", scene.Audience);
        AddDomains(scene, PromptSectionKind.Intent);
        AddField("subject", scene.Subject?.Fields.Find("setting"));
        AddField("subject", scene.Subject?.Fields.Find("mood"));
        AddDomains(scene, PromptSectionKind.Scene);
        Add(PromptSectionKind.Subject, ProseLowering.Subject(context));
        foreach (Field field in scene.Subject?.Fields ?? FieldSet.Empty)
        {
            if (field.Key is not ("setting" or "mood"))
            {
                Add(
                    PromptSectionKind.Subject,
                    field.Key == "count" ? context.Count("subject", field) : context.Field("subject", field)
                );
            }
        }

        AddDomains(scene, PromptSectionKind.Subject);
    }

    private void AddThings(Scene scene)
    {
        var things = new ThingLowering(context);
        AddAll(PromptSectionKind.Objects, things.Objects(scene.Things, depth: 0));
        AddAll(PromptSectionKind.Texts, things.Texts(scene.Things, depth: 0));
        AddAll(PromptSectionKind.Tables, things.Tables(scene.Things, depth: 0));
        AddAll(PromptSectionKind.Callouts, things.Callouts(scene.Things, depth: 1));
        AddDomains(scene, PromptSectionKind.Layout);
        Add(PromptSectionKind.Layout, ThingLowering.Group("region", "regions", things.Regions(scene.Things, depth: 0)));
        Add(PromptSectionKind.Layout, ThingLowering.Group("grid", "grids", things.Grids(scene.Things, depth: 0)));
    }

    private void AddDomains(Scene scene, PromptSectionKind section)
    {
        foreach (DomainSection domain in scene.Domains)
        {
            foreach (Field field in domain.Fields)
            {
                if (FieldWordings.Find(domain.Kind, field.Key)?.Section == section)
                {
                    Add(section, context.Field(domain.Kind, field));
                }
            }
        }
    }

    private void AddField(string block, Field? field)
    {
        if (field is not null && FieldWordings.Find(block, field.Key) is { } wording)
        {
            Add(wording.Section, context.Field(block, field));
        }
    }

    private void Add(PromptSectionKind section, PromptItem? item)
    {
        if (item is not null)
        {
            (_sections[(int)section] ??= []).Add(item);
        }
    }

    private void AddAll(PromptSectionKind section, List<PromptItem> items)
    {
        if (items.Count > 0)
        {
            (_sections[(int)section] ??= []).AddRange(items);
        }
    }

    // The pictures of an edit come before what is changed in them, those of a new picture after what it is.
    private IEnumerable<PromptSection> Sections()
    {
        for (int i = 0; i < _sections.Length; i++)
        {
            var kind = (PromptSectionKind)i;
            if (!Stage.IsEdit && kind is PromptSectionKind.Images)
            {
                continue;
            }

            if (_sections[i] is { } items)
            {
                yield return Section(kind, items);
            }

            if (
                !Stage.IsEdit
                && kind == PromptSectionKind.Intent
                && _sections[(int)PromptSectionKind.Images] is { } images
            )
            {
                yield return Section(PromptSectionKind.Images, images);
            }
        }
    }

    private PromptSection Section(PromptSectionKind kind, List<PromptItem> items)
    {
        string? lead = kind switch
        {
            PromptSectionKind.Callouts => context.Book.Callouts(Stage.IsEdit),
            PromptSectionKind.StyleReminder => context.Book.KeepStyle,
            _ => null,
        };
        return new PromptSection(kind, SectionWordings.Key(kind), context.Book.SectionLabel(kind), [.. items])
        {
            IsList =
                kind
                    is PromptSectionKind.Images
                        or PromptSectionKind.Objects
                        or PromptSectionKind.Texts
                        or PromptSectionKind.Tables
                        or PromptSectionKind.Callouts,
            Lead = lead is null ? null : LoweringContext.Connecting(lead, items[0].Place),
        };
    }
}
