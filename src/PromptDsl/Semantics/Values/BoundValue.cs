using System.Collections.Immutable;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Semantics.Values;

/// <summary>A value after names are looked up and slots are filled.</summary>
/// <param name="Place">Where the value stands.</param>
public abstract record BoundValue(SourceSpan Place)
{
    /// <summary>The value as it is written in the source.</summary>
    public abstract string Written { get; }
}

/// <summary>A text.</summary>
public sealed record TextValue(AuthoredText Text) : BoundValue(Text.Place)
{
    public override string Written => Text.Plain;

    public bool Equals(TextValue? other) => other is not null && Text.Equals(other.Text);

    public override int GetHashCode() => Text.GetHashCode();
}

/// <summary>A number as written, such as <c>0.50</c>.</summary>
public sealed record NumberValue(decimal Number, string Literal, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Literal;

    public bool Equals(NumberValue? other) => other is not null && Number == other.Number;

    public override int GetHashCode() => Number.GetHashCode();
}

/// <summary>A percentage; <c>60%</c> is 60.</summary>
public sealed record PercentValue(decimal Percent, string Literal, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Literal;

    public bool Equals(PercentValue? other) => other is not null && Percent == other.Percent;

    public override int GetHashCode() => Percent.GetHashCode();
}

/// <summary>A ratio of width to height.</summary>
public sealed record RatioValue(AspectRatio Ratio, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Ratio.ToString();

    public bool Equals(RatioValue? other) => other is not null && Ratio == other.Ratio;

    public override int GetHashCode() => Ratio.GetHashCode();
}

/// <summary>Width × height.</summary>
public sealed record SizeValue(ImageSize Size, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Size.ToString();

    public bool Equals(SizeValue? other) => other is not null && Size == other.Size;

    public override int GetHashCode() => Size.GetHashCode();
}

/// <summary>A colour literal as written, such as <c>#2E4057</c>.</summary>
public sealed record ColorValue(string Literal, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Literal;

    public bool Equals(ColorValue? other) =>
        other is not null && string.Equals(Literal, other.Literal, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Literal.GetHashCode(StringComparison.OrdinalIgnoreCase);
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanValue(bool Value, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Value ? "true" : "false";

    public bool Equals(BooleanValue? other) => other is not null && Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>A word of a closed list.</summary>
public sealed record WordValue(string Word, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Word;

    public bool Equals(WordValue? other) => other is not null && Word == other.Word;

    public override int GetHashCode() => Word.GetHashCode(StringComparison.Ordinal);
}

/// <summary>The name of something declared: a thing, a stage, a reference.</summary>
public sealed record NameValue(string Name, SourceSpan Place) : BoundValue(Place)
{
    /// <summary>What a loop variable or parameter of that name holds; it counts when nothing of the name is declared.</summary>
    internal BoundValue? Alternative { get; init; }

    public override string Written => Name;

    public bool Equals(NameValue? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A picture file by its logical path.</summary>
public sealed record ImageValue(string Path, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => Path;

    public bool Equals(ImageValue? other) => other is not null && Path == other.Path;

    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A list.</summary>
public sealed record ListValue(ImmutableArray<BoundValue> Items, SourceSpan Place) : BoundValue(Place)
{
    public override string Written => $"[{string.Join(", ", Items.Select(i => i.Written))}]";

    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Length;
}

/// <summary>A value that could not be read; it has been reported and nothing more is said about it.</summary>
public sealed record ErrorValue(SourceSpan Place) : BoundValue(Place)
{
    public override string Written => "";
}
