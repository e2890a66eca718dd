namespace PromptDsl.Linting.Suppressions;

/// <summary>How far a suppression reaches.</summary>
public enum SuppressionScope
{
    /// <summary><c>promptc-ignore</c>: the statement on whose line it stands; alone on its line, the next one.</summary>
    Line,

    /// <summary><c>promptc-ignore-next-line</c>: the statement that follows.</summary>
    NextLine,

    /// <summary><c>promptc-ignore-file</c>: the whole file.</summary>
    File,
}
