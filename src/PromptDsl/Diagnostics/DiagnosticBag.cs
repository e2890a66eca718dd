using System.Collections.Immutable;

namespace PromptDsl.Diagnostics;

/// <summary>Collects findings during one stage; the same finding at the same place counts once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];
    private HashSet<(string, string, int, string)>? _seen;

    public bool HasErrors { get; private set; }

    public int Count => _items.Count;

    public void Add(Diagnostic diagnostic)
    {
        _seen ??= [];
        if (_seen.Add((diagnostic.Code, diagnostic.Source.Path, diagnostic.Span.Start, diagnostic.Message)))
        {
            _items.Add(diagnostic);
            HasErrors |= diagnostic.IsError;
        }
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>The findings by file, position and code.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
        [
            .. _items
                .OrderBy(d => d.Source.Path, StringComparer.Ordinal)
                .ThenBy(d => d.Span.Start)
                .ThenBy(d => d.Code, StringComparer.Ordinal),
        ];
}
