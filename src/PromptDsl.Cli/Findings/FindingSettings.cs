namespace PromptDsl.Cli.Findings;

/// <summary>How findings are reported.</summary>
internal sealed record FindingSettings(
    IReadOnlyList<FormatTarget> Targets,
    bool ShowHints,
    bool WarningsAreErrors,
    bool ExitZero
)
{
    /// <summary>Whether something is written to standard output because it was asked for by name.</summary>
    public bool NamesStandardOutput { get; init; }

    /// <summary>For people, at the severities that the findings have.</summary>
    public static FindingSettings Default { get; } = new(FormatTarget.Parse([]), false, false, false);

    /// <summary>The exit code of a run that found something it fails on.</summary>
    public int FailureCode => ExitZero ? ExitCode.Success : ExitCode.Findings;
}
