namespace PromptDsl.Emulator.Scripts;

/// <summary>A script cannot be used.</summary>
/// <param name="message">What is wrong, without a final period.</param>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in characters.</param>
public sealed class ScriptException(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
