namespace PromptDsl.Formatting;

/// <summary>The measures of the one layout.</summary>
internal static class FormattingRules
{
    /// <summary>How many columns a line has.</summary>
    public const int Width = 100;

    /// <summary>How many columns one level of indentation takes.</summary>
    public const int IndentSize = 2;
}
