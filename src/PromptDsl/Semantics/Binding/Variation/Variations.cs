using System.Globalization;
using System.Numerics;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Syntax;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>Finds what varies in a file and its templates, and counts the combinations before anything expands.</summary>
internal sealed class Variations
{
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlySet<string> _fixedParameters;
    private readonly VaryReader _reader;
    private readonly List<Dimension> _dimensions = [];

    /// <summary>Variations of a file, some of whose parameters may be fixed from outside.</summary>
    /// <param name="fixedParameters">The parameters that are given from outside; they do not vary.</param>
    public Variations(DiagnosticBag diagnostics, Instances instances, IReadOnlySet<string> fixedParameters)
    {
        _diagnostics = diagnostics;
        _fixedParameters = fixedParameters;
        _reader = new VaryReader(diagnostics, instances);
    }

    /// <summary>The combinations; one that is empty when nothing varies; none after too many were reported.</summary>
    public IEnumerable<Combination> Read(Module root)
    {
        ReadModule(root, _fixedParameters, []);
        BigInteger product = _dimensions.Aggregate(BigInteger.One, (count, d) => count * d.Rounds.Length);
        if (product <= Limits.Builds)
        {
            return new Combiner([.. _dimensions]).Combine();
        }

        _diagnostics.Add(
            ExpansionDiagnostics.TooManyBuilds(
                _dimensions[0].Place,
                _dimensions.Select(d => d.Rounds.Length),
                product.ToString("N0", CultureInfo.InvariantCulture)
            )
        );
        return [];
    }

    /// <summary>Takes down what a file makes vary, after the files that it extends.</summary>
    /// <param name="given">Parameters that get a value from outside, or from the file that extends this one.</param>
    private void ReadModule(Module module, IReadOnlySet<string> given, HashSet<string> seen)
    {
        if (!seen.Add(module.Path))
        {
            return;
        }

        foreach (BlockSyntax extends in module.Extends)
        {
            if (
                extends.Operands is [PathSyntax { Word: { } alias }]
                && module.Imports.TryGetValue(alias, out Import? import)
                && import.Module is { } template
            )
            {
                ReadModule(template, GivenIn(extends), seen);
            }
        }

        foreach (BlockSyntax vary in module.Variations)
        {
            if (_reader.Read(vary, module) is { } dimension && !dimension.Targets.Any(t => IsGiven(t, given)))
            {
                _dimensions.Add(dimension);
            }
        }
    }

    private static HashSet<string> GivenIn(BlockSyntax extends) =>
        [.. (extends.Body?.Statements ?? []).OfType<PropertySyntax>().Select(p => p.Key)];

    private static bool IsGiven(VariedTarget target, IReadOnlySet<string> given) =>
        target is VariedParameter parameter && given.Contains(parameter.Name);
}
