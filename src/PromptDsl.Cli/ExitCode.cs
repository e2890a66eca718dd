namespace PromptDsl.Cli;

/// <summary>What the process returns; the convention of ruff and ESLint.</summary>
internal static class ExitCode
{
    /// <summary>Nothing to report.</summary>
    public const int Success = 0;

    /// <summary>Findings, or output that is not up to date.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, broken configuration, or a defect of the tool.</summary>
    public const int Failure = 2;

    /// <summary>Stopped by the user, as shells report it.</summary>
    public const int Interrupted = 130;
}
