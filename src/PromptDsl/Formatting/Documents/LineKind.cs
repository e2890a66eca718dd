namespace PromptDsl.Formatting.Documents;

/// <summary>What a <see cref="LineDocument"/> is when its group stays on one line.</summary>
internal enum LineKind
{
    /// <summary>A blank.</summary>
    Blank,

    /// <summary>Nothing.</summary>
    Soft,

    /// <summary>It cannot: the group is always broken.</summary>
    Hard,

    /// <summary>As <see cref="Hard"/>, and the next line begins in the first column: inside a comment.</summary>
    Literal,
}
