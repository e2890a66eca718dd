using PromptDsl.Cli.Files;
using PromptDsl.Text;

namespace PromptDsl.Cli.Linting;

/// <summary>A file that a run changes.</summary>
internal sealed record ChangedFile(SourceFile File, SourceText Before, SourceText After);
