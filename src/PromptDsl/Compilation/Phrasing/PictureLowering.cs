using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>The input pictures, by number and by what each is for.</summary>
internal sealed class PictureLowering(LoweringContext context)
{
    private static readonly ImmutableArray<string> SpokenKeys = ["take", "ignore", "part", "strength"];

    // One picture that is edited needs no number, unless something is said about it.
    public List<PromptItem> Lower()
    {
        ImmutableArray<InputPicture> inputs = context.Stage.Inputs;
        bool isPlain = inputs is [{ IsEdited: true } only] && !only.Uses.Any(SaysMore);
        return isPlain ? [] : [.. inputs.Select(Lower)];
    }

    private static bool SaysMore(PictureUse use) =>
        use.Reference is not null && SpokenKeys.Any(k => use.Reference.Fields[k] is not null);

    private PromptItem Lower(InputPicture picture)
    {
        SourceSpan place = picture.Uses is [var first, ..] ? first.Place : context.Stage.Place;
        PromptPhrase number = LoweringContext.Connecting(context.Book.Picture(picture.Number), place);
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        items.Add(context.Item("reference", "image", place, number) with { Label = "image" });
        var sentence = new PhraseBuilder();
        sentence.Write(number);
        WriteRoles(sentence, picture, items);
        sentence.Say(": ", place);
        bool isFirst = true;
        if (picture.IsEdited)
        {
            bool isCombined = context.Stage.Inputs.Count(i => i.IsEdited) > 1;
            PromptPhrase use = LoweringContext.Connecting(
                isCombined ? context.Book.PictureToCombine : context.Book.PictureToEdit,
                place
            );
            items.Add(context.Item("reference", "use", place, use) with { Label = "use" });
            sentence.Write(use);
            isFirst = false;
        }

        foreach (PromptItem item in Fields(picture))
        {
            if (!isFirst)
            {
                sentence.Separate(context.Book.ReferenceMark, item.Place);
            }

            (string before, string after) = context.Book.ReferenceField(item.Key);
            sentence.Say(before, item.Place);
            sentence.WriteList(item.Values, item.Place);
            sentence.Say(after, item.Place);
            items.Add(item);
            isFirst = false;
        }

        if (isFirst)
        {
            sentence.Say(context.Book.PictureForReference, place);
        }

        sentence.EndSentence(place);
        return new PromptItem
        {
            Block = "reference",
            Key = "picture",
            Label = context.Book.Picture(picture.Number),
            Place = place,
            Items = items.DrainToImmutable(),
            Lines = [new PromptLine(0, sentence.ToPhrase())],
        };
    }

    private IEnumerable<PromptItem> Fields(InputPicture picture)
    {
        foreach (PictureUse use in picture.Uses)
        {
            foreach (string key in SpokenKeys)
            {
                if (use.Reference?.Fields.Find(key) is { } field && context.Field("reference", field) is { } item)
                {
                    yield return item;
                }
            }
        }
    }

    private void WriteRoles(PhraseBuilder sentence, InputPicture picture, ImmutableArray<PromptItem>.Builder items)
    {
        var roles = ImmutableArray.CreateBuilder<PromptPhrase>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (PictureUse use in picture.Uses)
        {
            foreach (WordValue role in use.Reference?.Fields.Items("role").OfType<WordValue>() ?? [])
            {
                if (words.Add(role.Word))
                {
                    roles.Add(LoweringContext.Connecting(context.Book.Word("role", role.Word), role.Place));
                }
            }
        }

        if (roles.Count == 0)
        {
            return;
        }

        SourceSpan place = roles[0].Pieces[0].Source;
        ImmutableArray<PromptPhrase> values = roles.DrainToImmutable();
        sentence.Say(context.Book.Brackets.Before, place);
        sentence.WriteList(values, place);
        sentence.Say(context.Book.Brackets.After, place);
        items.Add(
            context.Item("reference", "role", place, values) with
            {
                Label = context.Label("reference", "role"),
                IsList = true,
            }
        );
    }
}
