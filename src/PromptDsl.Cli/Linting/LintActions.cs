namespace PromptDsl.Cli.Linting;

/// <summary>What is done with what a run finds.</summary>
internal sealed record LintActions(LintSettings Settings)
{
    /// <summary>Whether fixes are made, or shown.</summary>
    public bool Fixes { get; init; }

    /// <summary>Whether those are made that may change what is asked of the model.</summary>
    public bool AllowsUnsafe { get; init; }

    /// <summary>Whether changes are shown rather than written.</summary>
    public bool ShowsDifference { get; init; }

    /// <summary>Whether files are changed, or shown as they would be.</summary>
    public bool Changes => Fixes || Reason is not null;

    /// <summary>Why what is found is to be suppressed; null when it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>The file of findings that are lived with.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether that file is written.</summary>
    public bool UpdatesBaseline { get; init; }

    /// <summary>Whether findings are counted rather than written.</summary>
    public bool ShowsStatistics { get; init; }

    /// <summary>How many warnings a run may have.</summary>
    public int MaxWarnings { get; init; }
}
