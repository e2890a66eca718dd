using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>
/// The parameters, values of definitions and includes that are being worked out, each needed by the one
/// before: finds circles, and stops chains before the stack ends.
/// </summary>
internal sealed class DependencyChain(DiagnosticBag diagnostics)
{
    private readonly List<Dependency> _open = [];
    private bool _isTooLong;

    /// <summary>Begins to work something out; false after a report when that would not end.</summary>
    public bool TryEnter(Dependency dependency)
    {
        int first = _open.IndexOf(dependency);
        if (first >= 0)
        {
            ReportCircle([.. _open.Skip(first)]);
            return false;
        }

        if (_open.Count >= Limits.ChainLength)
        {
            ReportLength(dependency);
            return false;
        }

        _open.Add(dependency);
        return true;
    }

    /// <summary>Ends what was entered last.</summary>
    public void Leave() => _open.RemoveAt(_open.Count - 1);

    /// <summary>Reports a circle from what is declared first, wherever it was entered, so that it is one finding.</summary>
    private void ReportCircle(ImmutableArray<Dependency> circle)
    {
        int first = circle.IndexOf(circle.MinBy(d => d.Place.Span.Start));
        diagnostics.Add(ExpansionDiagnostics.NeedsItself([.. circle[first..], .. circle[..first]]));
    }

    /// <summary>What follows in a chain that is too long would be too long for the same reason.</summary>
    private void ReportLength(Dependency dependency)
    {
        if (!_isTooLong)
        {
            _isTooLong = true;
            diagnostics.Add(ExpansionDiagnostics.ChainTooLong(dependency.Place));
        }
    }
}
