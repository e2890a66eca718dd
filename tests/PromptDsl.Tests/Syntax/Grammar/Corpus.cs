using PromptDsl.Tests.Infrastructure;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Every <c>.imgp</c> file of the examples and of the cases of the tests.</summary>
internal static class Corpus
{
    public static IReadOnlyList<string> Examples { get; } = Read("examples");

    /// <summary>The examples, and the cases, which may be broken.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Examples, .. Read("tests")];

    private static string[] Read(string folder)
    {
        string path = Path.Combine(RepositoryRoot.Path, folder);
        return Directory.Exists(path)
            ?
            [
                .. Directory
                    .EnumerateFiles(path, "*.imgp", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText),
            ]
            : [];
    }
}
