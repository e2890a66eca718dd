namespace PromptDsl.Text;

/// <summary>A zero-based line and a zero-based column in UTF-16 code units.</summary>
public readonly record struct LinePosition(int Line, int Column);
