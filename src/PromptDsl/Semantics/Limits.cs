namespace PromptDsl.Semantics;

/// <summary>Bounds of expansion; each is named in the message that it causes.</summary>
internal static class Limits
{
    /// <summary>Statements of a file after loops are unrolled and definitions are put in.</summary>
    public const int Statements = 10_000;

    /// <summary>Combinations of what varies, counted before anything expands.</summary>
    public const int Builds = 256;

    /// <summary>Files that a file may bring in, directly and through others.</summary>
    public const int Imports = 256;

    /// <summary>UTF-16 code units of one text after its slots are filled.</summary>
    public const int TextLength = 1_000_000;
}
