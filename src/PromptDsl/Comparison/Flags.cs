using PromptDsl.Syntax;

namespace PromptDsl.Comparison;

/// <summary>
/// The flags of two versions: what stands under <c>when</c> belongs to what a file means even while the
/// flag is not set.
/// </summary>
internal static class Flags
{
    // A file with more flags than that is compared with the first of them.
    private const int MaxFlags = 8;

    /// <summary>Values of flags of both versions that at least one of them does not have by itself.</summary>
    public static IEnumerable<ParameterBinding> OtherValues(SyntaxTree before, SyntaxTree after)
    {
        Dictionary<string, string> earlier = Read(before);
        return Read(after)
            .Where(f => earlier.ContainsKey(f.Key))
            .Take(MaxFlags)
            .SelectMany(f =>
                new[] { "true", "false" }
                    .Where(v => v != f.Value || v != earlier[f.Key])
                    .Select(v => new ParameterBinding(f.Key, v, "comparison"))
            );
    }

    private static Dictionary<string, string> Read(SyntaxTree tree) =>
        tree
            .Root.Statements.OfType<ParamSyntax>()
            .Where(p => p.Type.Name == "boolean")
            .DistinctBy(p => p.Name)
            .ToDictionary(p => p.Name, p => (p.Default as PathSyntax)?.Text ?? "true", StringComparer.Ordinal);
}
