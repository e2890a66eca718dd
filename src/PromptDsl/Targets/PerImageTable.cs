using System.Collections.Immutable;
using PromptDsl.Values;

namespace PromptDsl.Targets;

/// <summary>A number for one image of each quality and size that a source lists.</summary>
public sealed record PerImageTable(ImmutableArray<PerImageRow> Rows)
{
    /// <summary>The listed number, or null when the source does not list this quality and size.</summary>
    public decimal? Find(string quality, ImageSize size)
    {
        foreach (PerImageRow row in Rows)
        {
            if (row.Size == size && row.Quality == quality)
            {
                return row.Value;
            }
        }

        return null;
    }
}
