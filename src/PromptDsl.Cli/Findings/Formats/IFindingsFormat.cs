namespace PromptDsl.Cli.Findings.Formats;

/// <summary>A way to write findings down.</summary>
internal interface IFindingsFormat
{
    /// <summary>Whether findings that are suppressed are written as well, marked as such.</summary>
    bool ShowsSuppressed => false;

    /// <summary>Writes findings that are already in order.</summary>
    void Write(IReadOnlyList<Finding> findings, TextWriter output);
}
