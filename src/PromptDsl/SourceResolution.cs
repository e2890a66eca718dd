using PromptDsl.Text;

namespace PromptDsl;

/// <summary>The answer of an <see cref="ISourceResolver"/>.</summary>
/// <param name="Status">Whether there is a text.</param>
/// <param name="Source">The text when it was found.</param>
/// <param name="Reason">Why it cannot be read, in the words of the system.</param>
public sealed record SourceResolution(SourceResolutionStatus Status, SourceText? Source = null, string? Reason = null)
{
    public static SourceResolution NotFound { get; } = new(SourceResolutionStatus.NotFound);

    public static SourceResolution OutsideRoot { get; } = new(SourceResolutionStatus.OutsideRoot);

    public static SourceResolution Found(SourceText source) => new(SourceResolutionStatus.Found, source);

    public static SourceResolution Unreadable(string reason) => new(SourceResolutionStatus.Unreadable, null, reason);
}
