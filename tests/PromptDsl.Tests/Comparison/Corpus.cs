using PromptDsl.Tests.Infrastructure;

namespace PromptDsl.Tests.Comparison;

/// <summary>Every golden case, pair and example: files of all kinds, with what they use.</summary>
internal static class Corpus
{
    private static readonly string Tests = Path.Combine(RepositoryRoot.Path, "tests", "PromptDsl.Tests");

    /// <summary>The folders that files may not leave.</summary>
    private static IEnumerable<string> Roots =>
        Directory
            .EnumerateDirectories(Path.Combine(Tests, "Cases"))
            .Concat(Directory.EnumerateDirectories(Path.Combine(Tests, "Comparison", "Pairs")))
            .Append(Path.Combine(RepositoryRoot.Path, "examples"))
            .Order(StringComparer.Ordinal);

    /// <summary>Each file with the others of its root.</summary>
    public static IEnumerable<(MemoryFiles Files, string Path)> Files =>
        Roots.Select(r => FilesOfFolder.Read(r)).SelectMany(f => f.Paths.Select(p => (f, p)));
}
