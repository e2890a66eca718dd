namespace PromptDsl.Cli.Findings.Formats;

/// <summary>A way to write findings down.</summary>
internal interface IFindingsFormat
{
    /// <summary>Writes findings that are already in order.</summary>
    void Write(IReadOnlyList<Finding> findings, TextWriter output);
}
