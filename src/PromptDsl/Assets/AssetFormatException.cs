namespace PromptDsl.Assets;

/// <summary>
/// Ends the reading of a picture file. It does not leave <see cref="AssetReader"/>: the message, a
/// clause, becomes <see cref="AssetFacts.Problem"/>.
/// </summary>
internal sealed class AssetFormatException(string problem) : Exception(problem);
