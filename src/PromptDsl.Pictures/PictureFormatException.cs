namespace PromptDsl.Pictures;

/// <summary>The bytes are not a picture that can be read; the message says why, as a clause: "its data ends early".</summary>
public class PictureFormatException(string message) : Exception(message);
