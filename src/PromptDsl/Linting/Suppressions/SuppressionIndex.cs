using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Linting.Suppressions;

/// <summary>The suppressions of one file, found by code and place.</summary>
internal sealed class SuppressionIndex
{
    private readonly Dictionary<string, Entry> _inFile = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, TextSpan Target), Entry> _inLines = [];

    // The lines of statements: two targets are the same, or apart from each other.
    private readonly List<TextSpan> _targets;
    private readonly List<int> _starts;

    public SuppressionIndex(ImmutableArray<Suppression> suppressions)
    {
        Suppressions = suppressions;
        for (int i = 0; i < suppressions.Length; i++)
        {
            Suppression suppression = suppressions[i];
            foreach (SuppressedCode code in suppression.IsMisspelt ? [] : suppression.Codes)
            {
                Add(new Entry(i, suppression, code));
            }
        }

        _targets = [.. _inLines.Keys.Select(k => k.Target).Distinct().OrderBy(t => t.Start)];
        _starts = [.. _targets.Select(t => t.Start)];
    }

    /// <summary>All of them, in order.</summary>
    public ImmutableArray<Suppression> Suppressions { get; }

    /// <summary>The first suppression that keeps a finding from being reported, with the code that does, or null.</summary>
    public (Suppression Suppression, SuppressedCode Code)? Find(Diagnostic diagnostic)
    {
        int index = _starts.BinarySearch(diagnostic.Span.Start);
        index = index >= 0 ? index : ~index - 1;
        Entry? found = _inFile.GetValueOrDefault(diagnostic.Code);
        if (
            index >= 0
            && _targets[index].Contains(diagnostic.Span.Start)
            && _inLines.TryGetValue((diagnostic.Code, _targets[index]), out Entry? line)
            && (found is null || line.Order < found.Order)
        )
        {
            found = line;
        }

        return found is null ? null : (found.Suppression, found.Code);
    }

    private void Add(Entry entry)
    {
        if (entry.Code.Descriptor is not { Code: var code })
        {
            return;
        }

        if (entry.Suppression.Scope == SuppressionScope.File)
        {
            _inFile.TryAdd(code, entry);
        }
        else
        {
            _inLines.TryAdd((code, entry.Suppression.Target), entry);
        }
    }

    private sealed record Entry(int Order, Suppression Suppression, SuppressedCode Code);
}
