namespace PromptDsl.Semantics.Values;

/// <summary>A text.</summary>
public sealed record TextValue(AuthoredText Text) : BoundValue(Text.Place)
{
    public override string Written => Text.Plain;

    public bool Equals(TextValue? other) => other is not null && Text.Equals(other.Text);

    public override int GetHashCode() => Text.GetHashCode();
}
