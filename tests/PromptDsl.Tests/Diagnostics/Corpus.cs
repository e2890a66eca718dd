using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using Xunit;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>The examples of all pages.</summary>
internal static class Corpus
{
    public static TheoryData<string> Codes { get; } =
    [.. DiagnosticCatalog.All.Where(d => !d.IsLintRule).Select(d => d.Code)];

    public static ImmutableArray<PageCase> ExamplesOf(string code) =>
        GeneratedExamples.Find(code) is { } generated ? [generated] : Page.Of(code).Cases("Example");
}
