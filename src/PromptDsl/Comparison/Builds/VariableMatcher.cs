using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Builds;

/// <summary>Compares what varies: by name, and where only the name is another, by the values.</summary>
internal sealed class VariableMatcher
{
    private readonly Dictionary<string, string> _laterNames = new(StringComparer.Ordinal);
    private readonly List<PromptChange> _changes = [];
    private readonly ImmutableArray<Variable> _before;
    private readonly ImmutableArray<Variable> _after;

    /// <summary>What takes one value in each build.</summary>
    private sealed record Variable(string Name, ImmutableArray<string> Values, SourceSpan Place)
    {
        public string Written => $"[{string.Join(", ", Values.Select(StringLiteral.Quote))}]";

        public ChangeSide ToSide(string? value = null) =>
            new("vary " + Name, "the variation of " + Name, value ?? Written, Place);
    }

    public VariableMatcher(ImmutableArray<CompiledBuild> before, ImmutableArray<CompiledBuild> after)
    {
        _before = Read(before);
        _after = Read(after);
        MatchNames();
        foreach (Variable variable in _after)
        {
            Compare(_before.FirstOrDefault(b => _laterNames.GetValueOrDefault(b.Name) == variable.Name), variable);
        }

        foreach (Variable variable in _before.Where(b => !_laterNames.ContainsKey(b.Name)))
        {
            Compare(variable, null);
        }
    }

    public IReadOnlyList<PromptChange> Changes => _changes;

    /// <summary>The values of what varies in both versions; the same for builds that belong together.</summary>
    public string KeyOf(CompiledBuild build, bool isBefore) =>
        string.Join(
            '\u0001',
            build
                .Bindings.Select(b => (Name: isBefore ? _laterNames.GetValueOrDefault(b.Key) : b.Key, b.Value))
                .Where(b => b.Name is not null && _laterNames.ContainsValue(b.Name))
                .Select(b => $"{b.Name}\u0002{b.Value}")
                .Order(StringComparer.Ordinal)
        );

    private void MatchNames()
    {
        foreach (Variable variable in _before.Where(b => _after.Any(a => a.Name == b.Name)))
        {
            _laterNames.Add(variable.Name, variable.Name);
        }

        foreach (Variable variable in _before.Where(b => !_laterNames.ContainsKey(b.Name)))
        {
            Variable? other = _after.FirstOrDefault(a =>
                !_laterNames.ContainsValue(a.Name) && a.Values.SequenceEqual(variable.Values)
            );
            if (other is not null)
            {
                _laterNames.Add(variable.Name, other.Name);
            }
        }
    }

    private void Compare(Variable? before, Variable? after)
    {
        if (before is null || after is null)
        {
            ChangeKind kind = before is null ? ChangeKind.Added : ChangeKind.Removed;
            _changes.Add(new PromptChange(kind, ChangeArea.Builds, before?.ToSide(), after?.ToSide()));
        }
        else if (before.Name != after.Name)
        {
            _changes.Add(
                new PromptChange(
                    ChangeKind.Renamed,
                    ChangeArea.Builds,
                    before.ToSide(before.Name),
                    after.ToSide(after.Name)
                )
            );
        }
        else if (!before.Values.ToHashSet().SetEquals(after.Values))
        {
            _changes.Add(new PromptChange(ChangeKind.Changed, ChangeArea.Builds, before.ToSide(), after.ToSide()));
        }
    }

    private static ImmutableArray<Variable> Read(ImmutableArray<CompiledBuild> builds) =>
        [
            .. builds
                .SelectMany(b => b.Bindings.Select(v => (v.Key, v.Value, b.Model.Tree.Source)))
                .GroupBy(v => v.Key)
                .Select(g => new Variable(
                    g.Key,
                    [.. g.Select(v => v.Value).Distinct()],
                    new SourceSpan(g.First().Source, new TextSpan(0, 0))
                )),
        ];
}
