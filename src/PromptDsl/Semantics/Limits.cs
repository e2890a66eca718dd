namespace PromptDsl.Semantics;

/// <summary>Bounds of expansion; each is named in the message that it causes.</summary>
internal static class Limits
{
    /// <summary>Statements of a file after loops are unrolled and definitions are put in.</summary>
    public const int Statements = 10_000;

    /// <summary>Statements of all builds of a file together.</summary>
    public const int TotalStatements = 100_000;

    /// <summary>Combinations of what varies, counted before anything expands.</summary>
    public const int Builds = 256;

    /// <summary>Files that a file may bring in, directly and through others.</summary>
    public const int Imports = 256;

    /// <summary>Stages of a file.</summary>
    public const int Stages = 256;

    /// <summary>Parameters or definitions that need each other in a row, and includes inside includes.</summary>
    public const int ChainLength = 64;

    /// <summary>UTF-16 code units of all values and of all prompts, over all builds of a file.</summary>
    public const int ProducedText = 16_000_000;

    /// <summary>What an item of a list counts among them: about what it takes.</summary>
    public const int ItemLength = 64;
}
