namespace PromptDsl.Comparison;

/// <summary>Why two versions that mean the same compile to different texts.</summary>
public enum ComparisonNote
{
    /// <summary>Statements stand in another order, so that sentences or pictures do.</summary>
    Order,

    /// <summary>A value is written in another way, such as <c>#FFF</c> and <c>#FFFFFF</c>.</summary>
    Spelling,
}
