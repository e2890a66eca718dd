namespace PromptDsl;

/// <summary>What became of a request for a file.</summary>
public enum SourceResolutionStatus
{
    Found,
    NotFound,

    /// <summary>The file is reached through a link that leaves the project root.</summary>
    OutsideRoot,

    /// <summary>The file exists and cannot be read.</summary>
    Unreadable,
}
