using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PromptDsl.Compilation.Dialects;

/// <summary>The dialects that come with the compiler.</summary>
public static class PromptDialects
{
    private static readonly FrozenDictionary<string, IPromptDialect> ByName;

    static PromptDialects()
    {
        ImmutableArray<IPromptDialect> dialects = [Default, new LabeledDialect(), new JsonDialect()];
        Names = [.. dialects.Select(d => d.Name)];
        ByName = dialects.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
    }

    /// <summary>The dialect that is used when none is chosen: <c>prose</c>.</summary>
    public static IPromptDialect Default { get; } = new ProseDialect();

    /// <summary>The names, the default first.</summary>
    public static ImmutableArray<string> Names { get; }

    /// <summary>Finds a dialect by its name.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out IPromptDialect? dialect) =>
        ByName.TryGetValue(name, out dialect);
}
