namespace PromptDsl.Runtime.Providers;

/// <summary>A preview that a stream brought before the picture.</summary>
/// <param name="Index">From 0, in the order in which the previews of a request come.</param>
/// <param name="Path">Its file.</param>
public sealed record PartialPicture(int Index, string Path);
