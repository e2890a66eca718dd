namespace PromptDsl.Schema;

/// <summary>What a name in a value stands for.</summary>
public enum NameTarget
{
    None,

    /// <summary>Something in the picture: an object, text, region, grid, table or callout.</summary>
    Thing,

    /// <summary>A text in the picture.</summary>
    Text,

    /// <summary>A stage.</summary>
    Stage,

    /// <summary>A reference.</summary>
    Reference,
}
