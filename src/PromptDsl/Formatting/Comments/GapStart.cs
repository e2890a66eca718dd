namespace PromptDsl.Formatting.Comments;

/// <summary>What stands before a <see cref="Gap"/>.</summary>
internal enum GapStart
{
    /// <summary>Nothing: the file begins.</summary>
    File,

    /// <summary>An opening brace or bracket.</summary>
    Opener,

    /// <summary>A statement, or an item of a list.</summary>
    Element,
}
