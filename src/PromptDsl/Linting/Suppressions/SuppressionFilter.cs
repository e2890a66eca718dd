using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Linting.Suppressions;

/// <summary>
/// Takes out the findings that comments suppress, in the file and in those that it uses, and remembers
/// which comments were needed.
/// </summary>
public sealed class SuppressionFilter
{
    private readonly Dictionary<SourceText, SuppressionIndex> _read = [];
    private readonly HashSet<SuppressedCode> _used = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Whether a comment can keep a finding from being reported: warnings, hints, and what rules report; not
    /// the errors of the language, nor what is said about suppressions.
    /// </summary>
    public static bool IsSuppressible(DiagnosticDescriptor descriptor) =>
        (descriptor.Severity != DiagnosticSeverity.Error || descriptor.IsLintRule)
        && !SuppressionDiagnostics.Contains(descriptor);

    /// <summary>The comment that suppresses a finding, or null.</summary>
    public Suppression? Find(Diagnostic diagnostic)
    {
        if (!IsSuppressible(diagnostic.Descriptor) || Read(diagnostic.Source).Find(diagnostic) is not { } found)
        {
            return null;
        }

        _used.Add(found.Code);
        return found.Suppression;
    }

    /// <summary>The suppressions of a tree that is at hand.</summary>
    internal ImmutableArray<Suppression> Read(SyntaxTree tree) => Read(tree.Source, () => tree).Suppressions;

    /// <summary>Whether a code of a suppression kept a finding from being reported.</summary>
    internal bool IsUsed(SuppressedCode code) => _used.Contains(code);

    private SuppressionIndex Read(SourceText source) => Read(source, () => SyntaxTree.Parse(source));

    private SuppressionIndex Read(SourceText source, Func<SyntaxTree> tree)
    {
        if (!_read.TryGetValue(source, out SuppressionIndex? known))
        {
            // Nearly every file has none, a configuration or a lock cannot have any, and none is parsed for nothing.
            bool mayHold = source.Text.Contains(SuppressionReader.Marker, StringComparison.Ordinal);
            known = new SuppressionIndex(mayHold ? SuppressionReader.Read(tree()) : []);
            _read.Add(source, known);
        }

        return known;
    }
}
