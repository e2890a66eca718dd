namespace PromptDsl.Diagnostics;

/// <summary>Who may apply a fix.</summary>
public enum FixSafety
{
    /// <summary>Keeps the compiled prompt, or changes only what the finding is about.</summary>
    Safe,

    /// <summary>May change what is asked of the model; a person asks for it.</summary>
    Unsafe,

    /// <summary>Shown, never applied by a tool.</summary>
    DisplayOnly,
}
