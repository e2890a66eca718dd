namespace PromptDsl.Compilation.Phrasing;

/// <summary>How a text ends, which decides what may follow it.</summary>
internal enum Ending
{
    /// <summary>In the middle of a sentence.</summary>
    Open,

    /// <summary>With a mark that ends a sentence, closing quotes after it included.</summary>
    Sentence,

    /// <summary>With a comma, colon or semicolon.</summary>
    Pause,

    /// <summary>With a line break.</summary>
    Line,
}
