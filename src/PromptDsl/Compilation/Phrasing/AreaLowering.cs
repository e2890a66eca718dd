using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>A region, and what fills a region or a cell: a description, a style, things, what must not be there.</summary>
internal sealed class AreaLowering(LoweringContext context, ThingLowering things)
{
    public PromptItem? Lower(RegionThing region, int depth)
    {
        SourceSpan place = region.Place;
        Placement placement = Placement.Of(region, "region", depth > 0, context);
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        var head = new PhraseBuilder();
        bool isAdded = context.Stage.IsEdit && depth == 0;
        (string before, string after) = context.Book.Area(isAdded, !placement.Places.IsEmpty);
        head.Say(before, place);
        placement.WritePlaces(head, place);
        head.Say(after, place);
        if (region.Fields.Find("share") is { } field && context.Field("region", field) is { } share)
        {
            head.Write(context.Around(context.Book.Share, share.Values[0], share.Place));
            items.Add(share);
        }

        items.InsertRange(0, placement.Items);
        var lines = new List<PromptLine>();
        WriteContent(
            region.Content,
            "region",
            head,
            depth,
            items,
            lines,
            WithNegatives(region, placement.Deeds),
            context.Book.Within
        );
        lines.Insert(0, new PromptLine(depth, head.ToPhrase()));
        return items.Count == 0 ? null : context.Block("region", place, items.DrainToImmutable(), [.. lines]);
    }

    /// <summary>Writes what fills an area after what says which area it is.</summary>
    /// <param name="content">What fills it.</param>
    /// <param name="block">The kind of the block.</param>
    /// <param name="head">The line that says which area it is, without a mark at its end.</param>
    /// <param name="depth">The depth of that line.</param>
    /// <param name="items">The fields of the area.</param>
    /// <param name="lines">The lines below the head.</param>
    /// <param name="deeds">What else is said of the area as a whole.</param>
    /// <param name="lead">The sentence that leads to the things in the area; empty for none.</param>
    public void WriteContent(
        AreaContent content,
        string block,
        PhraseBuilder head,
        int depth,
        ImmutableArray<PromptItem>.Builder items,
        List<PromptLine> lines,
        ImmutableArray<PromptItem> deeds,
        string lead
    )
    {
        SourceSpan place = content.Place;
        PromptPhrase? description = content.Description is { IsBlank: false } text ? context.Say(text) : null;
        if (description is not null)
        {
            head.Separate(": ", place);
            head.Write(description);
            items.Insert(0, context.Item(block, "description", content.Description!.Place, description));
        }

        head.EndSentence(place);
        foreach (PromptItem deed in deeds)
        {
            head.NextSentence(deed.Place);
            head.WriteItem(deed);
            if (!items.Contains(deed))
            {
                items.Add(deed);
            }
        }

        WriteStyle(content, head, items);
        if (context.Texts(block, "negatives", content.Negatives) is { } negatives)
        {
            head.NextSentence(negatives.Place);
            head.WriteItem(negatives);
            items.Add(negatives);
        }

        List<PromptItem> groups = things.All(content.Things, depth + 1);
        if (groups.Count == 0)
        {
            return;
        }

        if (lead.Length > 0)
        {
            head.NextSentence(place);
            head.Say(lead, place);
        }

        foreach (PromptItem group in groups)
        {
            items.Add(group);
            lines.AddRange(group.Items.SelectMany(i => i.Lines));
        }
    }

    private ImmutableArray<PromptItem> WithNegatives(RegionThing region, ImmutableArray<PromptItem> deeds) =>
        region.Content.Negatives.IsEmpty
        && region.Fields.Find("negatives") is { } field
        && context.Field("region", field) is { } negatives
            ? deeds.Add(negatives)
            : deeds;

    private void WriteStyle(AreaContent content, PhraseBuilder head, ImmutableArray<PromptItem>.Builder items)
    {
        if (content.Style is not { IsEmpty: false } style)
        {
            return;
        }

        List<PromptItem> fields = new StyleLowering(context).Lower(style);
        foreach (PromptItem item in fields)
        {
            head.NextSentence(item.Place);
            head.WriteItem(item);
        }

        if (fields.Count > 0)
        {
            items.Add(
                new PromptItem
                {
                    Block = "style",
                    Key = "style",
                    Label = context.Book.SectionLabel(PromptSectionKind.Style),
                    Place = style.Place,
                    Items = [.. fields],
                }
            );
        }
    }
}
