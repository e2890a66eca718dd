using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;

namespace PromptDsl.Cli.Linting;

/// <summary>A file of a run and what is to be said about it and about what it uses.</summary>
/// <param name="Source">The file.</param>
/// <param name="Findings">The findings, those that comments suppress marked as such.</param>
/// <param name="IsText">Whether it is plain text.</param>
internal sealed record LintedFile(LoadedSource Source, List<Finding> Findings, bool IsText);
