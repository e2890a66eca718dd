namespace PromptDsl.Syntax;

/// <summary>Letters, digits and signs as wide as Chinese characters, which input methods write in place of ASCII.</summary>
internal static class FullWidthForms
{
    private const char First = '\uFF01';
    private const char Last = '\uFF5E';

    /// <summary>From a full-width form to the character that it stands for: the whole block is ASCII moved up.</summary>
    private const int Distance = First - '!';

    public static bool IsDigit(char c) => c is >= '\uFF10' and <= '\uFF19';

    /// <summary>The text with plain characters.</summary>
    public static string ToPlain(string text) =>
        string.Concat(text.Select(c => c is >= First and <= Last ? (char)(c - Distance) : c));
}
