namespace PromptDsl.Generator;

/// <summary>A data file says something that it must not; the message begins with file, line and column.</summary>
internal sealed class DataFileException(string path, long line, long column, string problem)
    : Exception($"{path}({line},{column}): {problem}");
