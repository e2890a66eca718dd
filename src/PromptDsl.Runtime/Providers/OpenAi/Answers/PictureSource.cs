namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Where a picture of an answer is.</summary>
/// <param name="Received">The picture, when the answer holds it.</param>
/// <param name="Address">Where it is to be fetched, when the answer gives an address.</param>
internal sealed record PictureSource(ReceivedPicture? Received, string? Address = null);
