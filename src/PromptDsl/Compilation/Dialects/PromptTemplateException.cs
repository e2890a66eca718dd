namespace PromptDsl.Compilation.Dialects;

/// <summary>A template of the user that can not be read or rendered.</summary>
/// <param name="message">What is wrong, as a sentence.</param>
/// <param name="line">The line in the template, from 1; 0 when it is not known.</param>
/// <param name="column">The column in the template, from 1; 0 when it is not known.</param>
public sealed class PromptTemplateException(string message, int line, int column) : Exception(message)
{
    /// <summary>The line in the template, from 1; 0 when it is not known.</summary>
    public int Line { get; } = line;

    /// <summary>The column in the template, from 1; 0 when it is not known.</summary>
    public int Column { get; } = column;
}
