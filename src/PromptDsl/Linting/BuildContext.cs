using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting;

/// <summary>One combination of what varies, as rules see it.</summary>
/// <param name="File">The file.</param>
/// <param name="Model">What the file means with this combination.</param>
internal sealed record BuildContext(FileContext File, PromptModel Model)
{
    /// <summary>The stages, each after those that it reads; a file without stages has one.</summary>
    public ImmutableArray<StageContext> Stages { get; internal set; } = [];

    public void Report(Diagnostic diagnostic) => File.Report(diagnostic);
}
