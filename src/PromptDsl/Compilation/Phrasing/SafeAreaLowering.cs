using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>The safe area: a sentence for each share and each margin, since no parameter says it.</summary>
internal static class SafeAreaLowering
{
    public static PromptItem? Lower(LoweringContext context, SafeAreaSection? area)
    {
        if (area is null)
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<PromptItem>(area.Fields.Count);
        var sentences = new PhraseBuilder();
        foreach (Field field in area.Fields)
        {
            if (context.Field("safe-area", field) is not { } item)
            {
                continue;
            }

            items.Add(item);
            sentences.NextSentence(item.Place);
            sentences.Write(context.Around(context.Book.SafeArea(field.Key), item.Values[0], item.Place));
        }

        return items.Count == 0
            ? null
            : new PromptItem
            {
                Block = "safe-area",
                Key = "safe-area",
                Label = context.Book.SectionLabel(PromptSectionKind.Layout),
                Place = area.Place,
                Items = items.DrainToImmutable(),
                Lines = [new PromptLine(0, sentences.ToPhrase())],
            };
    }
}
