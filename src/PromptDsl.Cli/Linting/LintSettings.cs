namespace PromptDsl.Cli.Linting;

/// <summary>What the command line says about linting itself.</summary>
internal sealed record LintSettings(FindingSelection Selection)
{
    /// <summary>Whether everything is read as a plain prompt, whatever it is called.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether each line of a plain file is a prompt of its own.</summary>
    public bool IsTextPerLine { get; init; }

    /// <summary>A revision of git; only what changed since then is looked at.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>Whether hints are of interest.</summary>
    public bool ShowsHints { get; init; }
}
