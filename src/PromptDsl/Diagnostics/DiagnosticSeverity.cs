namespace PromptDsl.Diagnostics;

/// <summary>How grave a finding is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Advice; shown by editors, never changes an exit code.</summary>
    Hint,

    /// <summary>Probably not what was meant.</summary>
    Warning,

    /// <summary>The file cannot be compiled.</summary>
    Error,
}
