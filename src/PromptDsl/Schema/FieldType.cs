using System.Collections.Immutable;

namespace PromptDsl.Schema;

/// <summary>What a key takes: one of several forms, a closed list of words, items, a range.</summary>
/// <param name="Forms">The forms that are accepted, the most likely first.</param>
public sealed record FieldType(ImmutableArray<ValueForm> Forms)
{
    /// <summary>The closed list, when words are accepted.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The type of the items, when a list is accepted.</summary>
    public FieldType? Item { get; init; }

    /// <summary>What a name must stand for.</summary>
    public NameTarget Target { get; init; }

    /// <summary>The smallest number that is accepted.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The largest number that is accepted.</summary>
    public decimal? Maximum { get; init; }

    public static FieldType Text { get; } = new([ValueForm.Text]);

    public static FieldType Boolean { get; } = new([ValueForm.Boolean]);

    public static FieldType Ratio { get; } = new([ValueForm.Ratio]);

    public static FieldType Size { get; } = new([ValueForm.Size]);

    public static FieldType Image { get; } = new([ValueForm.Image]);

    /// <summary>A colour literal, or words such as "brick red".</summary>
    public static FieldType Color { get; } = new([ValueForm.Color, ValueForm.Text]);

    /// <summary>A percentage from 0 to 100.</summary>
    public static FieldType Percent { get; } = new([ValueForm.Percent]) { Minimum = 0, Maximum = 100 };

    /// <summary>What is said to the model as it is written: text, any scalar, or a list of them.</summary>
    public static FieldType Prose { get; } =
        ListOf(
            Scalar,
            ValueForm.Text,
            ValueForm.Number,
            ValueForm.Percent,
            ValueForm.Ratio,
            ValueForm.Size,
            ValueForm.Color
        );

    /// <summary>A text, or a list of texts.</summary>
    public static FieldType Texts { get; } = ListOf(Text, ValueForm.Text);

    /// <summary>Any literal that is one value.</summary>
    public static FieldType Scalar =>
        new([ValueForm.Text, ValueForm.Number, ValueForm.Percent, ValueForm.Ratio, ValueForm.Size, ValueForm.Color]);

    public static FieldType Integer(int minimum, int maximum) =>
        new([ValueForm.Integer]) { Minimum = minimum, Maximum = maximum };

    public static FieldType OneOf(params ReadOnlySpan<string> words) => new([ValueForm.Word]) { Words = [.. words] };

    /// <summary>A word of the list, or any text.</summary>
    public static FieldType OneOfOrText(params ReadOnlySpan<string> words) =>
        new([ValueForm.Word, ValueForm.Text]) { Words = [.. words] };

    /// <summary>A list of items, or one of the other forms alone.</summary>
    public static FieldType ListOf(FieldType item, params ReadOnlySpan<ValueForm> alone) =>
        new([.. alone, ValueForm.List])
        {
            Item = item,
            Words = item.Words,
            Target = item.Target,
        };

    /// <summary>The name of a thing, text in its place, or a list of them.</summary>
    public static FieldType Names(NameTarget target)
    {
        var item = new FieldType([ValueForm.Name, ValueForm.Text]) { Target = target };
        return ListOf(item, ValueForm.Name, ValueForm.Text);
    }

    public bool Accepts(ValueForm form) => Forms.Contains(form);
}
