using System.Collections.Immutable;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Scenes;

/// <summary>Puts what a stage says on top of what the file says.</summary>
internal static class SceneMerger
{
    /// <summary>A new picture: everything of the file, and of the stage where both say something.</summary>
    public static Scene Merge(Scene outer, Scene own) =>
        outer with
        {
            Prompt = own.Prompt ?? outer.Prompt,
            Content = outer.Content ?? own.Content,
            Domains = [.. outer.Domains.Where(d => !own.Domains.Any(o => o.Kind == d.Kind)), .. own.Domains],
            Purpose = own.Purpose ?? outer.Purpose,
            Audience = own.Audience ?? outer.Audience,
            Subject = own.Subject ?? outer.Subject,
            Style = Merge(outer.Style, own.Style),
            Things = [.. outer.Things, .. own.Things],
            Negatives = Merge(outer.Negatives, own.Negatives),
            SafeArea = own.SafeArea ?? outer.SafeArea,
        };

    /// <summary>An edit: the picture shows what the file says already, so only what must not appear is said again.</summary>
    public static Scene MergeEdit(Scene outer, Scene own) =>
        own with
        {
            Negatives = Merge(outer.Negatives, own.Negatives),
        };

    /// <summary>What an edit is reminded of, so that it does not leave the style: what the stage does not say anew.</summary>
    public static StyleSection? Reminder(StyleSection? outer, StyleSection? own)
    {
        if (outer is null)
        {
            return null;
        }

        var reminder = new StyleSection(
            new FieldSet([
                .. outer.Fields.Where(f => f.Key is "medium" or "movement" && own?.Fields.Find(f.Key) is null),
            ]),
            own is { Palette.IsEmpty: false } ? [] : outer.Palette,
            own is { Mixes.IsEmpty: false } ? [] : outer.Mixes,
            outer.Place
        );
        return reminder.IsEmpty ? null : reminder;
    }

    private static StyleSection? Merge(StyleSection? outer, StyleSection? own)
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

    private static ImmutableArray<AuthoredText> Merge(
        ImmutableArray<AuthoredText> outer,
        ImmutableArray<AuthoredText> own
    ) => [.. outer.Concat(own).DistinctBy(t => t.Plain, StringComparer.Ordinal)];
}
