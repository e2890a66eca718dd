namespace PromptDsl.Targets.Requests;

/// <summary>An input image in a file.</summary>
/// <param name="Path">The logical path, with "/" on every system.</param>
public sealed record FileInput(string Path) : InputSource
{
    public override string? ContentType => InputFormat.ContentType(Path[(Path.LastIndexOf('.') + 1)..]);
}
