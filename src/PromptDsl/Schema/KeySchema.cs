namespace PromptDsl.Schema;

/// <summary>A key that may stand in a body.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Documentation">One sentence for people.</param>
public sealed record KeySchema(string Name, FieldType Type, string Documentation)
{
    /// <summary>A value as it might be written, for messages and the reference.</summary>
    public required string Example { get; init; }

    /// <summary>Whether a value inherited from a definition or a template is added to rather than replaced.</summary>
    public bool Joins { get; init; }
}
