using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>Lists every combination of what varies; the last dimension changes fastest.</summary>
internal sealed class Combiner(ImmutableArray<Dimension> dimensions)
{
    private readonly CombinationNames _names = new();

    public IEnumerable<Combination> Combine()
    {
        int[] round = new int[dimensions.Length];
        while (true)
        {
            yield return Create(round);

            // Counts like an odometer: a dimension that is through begins again and moves the one before.
            int last = round.Length - 1;
            while (last >= 0 && ++round[last] == dimensions[last].Rounds.Length)
            {
                round[last--] = 0;
            }

            if (last < 0)
            {
                yield break;
            }
        }
    }

    private Combination Create(int[] round)
    {
        var parameters = new Dictionary<(string, string), BoundValue>();
        var fields = ImmutableArray.CreateBuilder<(string, Field)>();
        var bindings = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        for (int d = 0; d < round.Length; d++)
        {
            foreach (
                (VariedTarget target, BoundValue value) in dimensions[d].Targets.Zip(dimensions[d].Rounds[round[d]])
            )
            {
                bindings.Add(new(target.Written, value.Written));
                switch (target)
                {
                    case VariedParameter parameter:
                        parameters[(parameter.ModulePath, parameter.Name)] = value;
                        break;
                    case VariedField field:
                        fields.Add((field.Block, new Field(field.Key.Name, value, field.Place)));
                        break;
                }
            }
        }

        return new Combination(_names.NameFor(bindings), bindings.ToImmutable(), parameters, fields.ToImmutable());
    }
}
