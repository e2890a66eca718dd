using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration;

/// <summary>A value of a configuration file.</summary>
/// <param name="Text">As it is used; a path is absolute.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ConfiguredValue(string Text, SourceSpan Place);
