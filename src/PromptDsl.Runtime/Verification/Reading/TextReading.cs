namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>What was read in a picture.</summary>
/// <param name="Text">The text; null when reading was not possible.</param>
/// <param name="Problem">Why it was not possible, as a clause that says what to do.</param>
public sealed record TextReading(string? Text, string? Problem)
{
    public static TextReading Read(string text) => new(text, null);

    public static TextReading NotPossible(string problem) => new(null, problem);
}
