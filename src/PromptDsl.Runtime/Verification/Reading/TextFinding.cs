namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>What came of looking for a text.</summary>
/// <param name="IsFound">Whether it can be read.</param>
/// <param name="Nearest">What is read that comes nearest to the text; null when nothing comes near it.</param>
/// <param name="Problem">Why looking for it was not possible, as a clause that says what to do; null when it was.</param>
public sealed record TextFinding(bool IsFound, string? Nearest, string? Problem)
{
    public static readonly TextFinding Found = new(true, null, null);

    public static TextFinding NotFound(string? nearest) => new(false, nearest, null);

    public static TextFinding NotPossible(string problem) => new(false, null, problem);
}
