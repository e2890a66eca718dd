namespace PromptDsl.Comparison.Meaning;

/// <summary>What a name stands for, so that it can be followed when it is changed.</summary>
internal enum NameScope
{
    /// <summary>It is no name but the words themselves.</summary>
    None,

    /// <summary>An object, text, region, grid, table or callout.</summary>
    Thing,

    /// <summary>A reference or a stage.</summary>
    Picture,

    /// <summary>A parameter.</summary>
    Parameter,
}
