using System.Collections.Immutable;

namespace PromptDsl.Comparison.Reports;

/// <summary>A line for people.</summary>
public readonly record struct MarkedLine(ImmutableArray<MarkedText> Parts)
{
    public static MarkedLine Blank { get; } = new([]);

    public static MarkedLine Of(params ReadOnlySpan<MarkedText> parts) => new([.. parts]);

    /// <summary>The line without colours: words that go stand in <c>[-…-]</c>, words that come in <c>{+…+}</c>.</summary>
    public override string ToString() =>
        string.Concat(
            Parts.Select(p =>
                p.Mark switch
                {
                    Mark.RemovedWords => $"[-{p.Text}-]",
                    Mark.AddedWords => $"{{+{p.Text}+}}",
                    _ => p.Text,
                }
            )
        );
}
