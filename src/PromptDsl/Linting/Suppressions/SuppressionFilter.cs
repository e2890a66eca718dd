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
    private readonly Dictionary<SourceText, ImmutableArray<Suppression>> _read = [];
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
        if (!IsSuppressible(diagnostic.Descriptor))
        {
            return null;
        }

        foreach (Suppression suppression in Read(diagnostic.Source))
        {
            if (suppression.Find(diagnostic) is { } code)
            {
                _used.Add(code);
                return suppression;
            }
        }

        return null;
    }

    /// <summary>The suppressions of a tree that is at hand.</summary>
    internal ImmutableArray<Suppression> Read(SyntaxTree tree)
    {
        if (!_read.TryGetValue(tree.Source, out ImmutableArray<Suppression> suppressions))
        {
            suppressions = SuppressionReader.Read(tree);
            _read.Add(tree.Source, suppressions);
        }

        return suppressions;
    }

    /// <summary>Whether a code of a suppression kept a finding from being reported.</summary>
    internal bool IsUsed(SuppressedCode code) => _used.Contains(code);

    private ImmutableArray<Suppression> Read(SourceText source)
    {
        if (_read.TryGetValue(source, out ImmutableArray<Suppression> known))
        {
            return known;
        }

        // A configuration or a lock is no source, and neither has such comments.
        bool mayHold = source.Text.Contains(SuppressionReader.Marker, StringComparison.Ordinal);
        ImmutableArray<Suppression> suppressions = mayHold ? SuppressionReader.Read(SyntaxTree.Parse(source)) : [];
        _read.Add(source, suppressions);
        return suppressions;
    }
}
