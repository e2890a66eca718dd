namespace PromptDsl.Pictures;

/// <summary>
/// A picture that may be sound is of a kind or a size that is not read; the message says which, as a clause: "it is
/// an animation, which is not read".
/// </summary>
public sealed class UnsupportedPictureException(string message) : PictureFormatException(message);
