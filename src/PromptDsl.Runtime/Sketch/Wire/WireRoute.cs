namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>The endpoints that give pictures.</summary>
internal enum WireRoute
{
    /// <summary><c>images/generations</c></summary>
    Generations,

    /// <summary><c>images/edits</c></summary>
    Edits,

    /// <summary><c>responses</c></summary>
    Responses,
}
