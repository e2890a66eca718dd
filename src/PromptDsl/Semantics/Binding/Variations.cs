using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>Reads what varies, counts the combinations before anything expands, and lists them.</summary>
internal sealed class Variations(DiagnosticBag diagnostics, Instances instances, IReadOnlySet<string> fixedParameters)
{
    private readonly List<Dimension> _dimensions = [];
    private readonly Dictionary<string, SourceSpan> _targets = new(StringComparer.Ordinal);

    /// <summary>Targets that vary together, and the values that each takes in turn.</summary>
    private sealed record Dimension(
        SourceSpan Place,
        ImmutableArray<Target> Targets,
        ImmutableArray<ImmutableArray<BoundValue>> Rounds
    );

    /// <summary>A parameter of a file, or a field of the file that is built.</summary>
    private sealed record Target(
        string Written,
        string? ModulePath,
        string Parameter,
        string Block,
        KeySchema? Key,
        SourceSpan Place
    );

    /// <summary>The combinations; one that is empty when nothing varies; none after too many were reported.</summary>
    public IEnumerable<Combination> Read(Module root)
    {
        ReadModule(root, fixedParameters, []);
        BigInteger product = BigInteger.One;
        foreach (Dimension dimension in _dimensions)
        {
            product *= dimension.Rounds.Length;
        }

        if (product > Limits.Builds)
        {
            diagnostics.Add(
                ExpansionDiagnostics.TooManyBuilds(
                    _dimensions[0].Place,
                    _dimensions.Select(d => d.Rounds.Length),
                    product.ToString("N0", CultureInfo.InvariantCulture)
                )
            );
            return [];
        }

        return Combine();
    }

    private IEnumerable<Combination> Combine()
    {
        int[] round = new int[_dimensions.Count];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            yield return Create(round, names);
            int last = round.Length - 1;
            while (last >= 0 && ++round[last] == _dimensions[last].Rounds.Length)
            {
                round[last--] = 0;
            }

            if (last < 0)
            {
                yield break;
            }
        }
    }

    private Combination Create(int[] round, HashSet<string> names)
    {
        var parameters = new Dictionary<(string, string), BoundValue>();
        var fields = ImmutableArray.CreateBuilder<(string, Field)>();
        var bindings = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        for (int d = 0; d < round.Length; d++)
        {
            Dimension dimension = _dimensions[d];
            for (int t = 0; t < dimension.Targets.Length; t++)
            {
                Target target = dimension.Targets[t];
                BoundValue value = dimension.Rounds[round[d]][t];
                bindings.Add(new(target.Written, value.Written));
                if (target.ModulePath is not null)
                {
                    parameters[(target.ModulePath, target.Parameter)] = value;
                }
                else
                {
                    fields.Add((target.Block, new Field(target.Key!.Name, value, target.Place)));
                }
            }
        }

        return new Combination(NameFor(bindings, names), bindings.ToImmutable(), parameters, fields.ToImmutable());
    }

    /// <summary>A name made of the values, fit for a file name and different from the others without regard to case.</summary>
    private static string NameFor(IEnumerable<KeyValuePair<string, string>> bindings, HashSet<string> names)
    {
        string name = string.Join(',', bindings.Select(b => $"{b.Key}={Shorten(Identifiers.ToIdentifier(b.Value))}"));
        string unique = name;
        for (int n = 2; !names.Add(unique); n++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}~{n}");
        }

        return unique;
    }

    private static string Shorten(string text)
    {
        const int longest = 32;
        if (text.Length <= longest)
        {
            return text;
        }

        int end = char.IsLowSurrogate(text[longest]) ? longest - 1 : longest;
        return text[..end].TrimEnd('-');
    }

    // ---- reading

    private void ReadModule(Module module, IReadOnlySet<string> given, HashSet<string> seen)
    {
        if (!seen.Add(module.Path))
        {
            return;
        }

        foreach (BlockSyntax extends in module.Extends)
        {
            bool known = extends.Operands is [PathSyntax { Word: { } alias }] && module.Imports.ContainsKey(alias);
            Module? template = known ? module.Imports[((PathSyntax)extends.Operands[0]).Word!].Module : null;
            if (template is not null)
            {
                ReadModule(template, GivenIn(extends), seen);
            }
        }

        foreach (BlockSyntax vary in module.Variations)
        {
            ReadVary(vary, module, given);
        }
    }

    private static HashSet<string> GivenIn(BlockSyntax extends) =>
        [.. (extends.Body?.Statements ?? []).OfType<PropertySyntax>().Select(p => p.Key)];

    private void ReadVary(BlockSyntax vary, Module module, IReadOnlySet<string> given)
    {
        SourceSpan place = module.Place(vary.HeadSpan);
        if (vary.Operands.IsEmpty)
        {
            diagnostics.Add(PlacementDiagnostics.MissingName(place, LanguageSchema.FindKind("vary")!));
            return;
        }

        foreach (StatementSyntax statement in vary.Body?.Statements ?? [])
        {
            SyntaxToken? word = statement switch
            {
                PropertySyntax property => property.KeyToken,
                BlockSyntax block => block.KindToken,
                _ => null,
            };
            SourceSpan stray = word is { } token ? module.Place(token) : module.Place(statement);
            diagnostics.Add(PlacementDiagnostics.UnknownKey(stray, stray.Text, LanguageSchema.FindKind("vary")!));
        }

        ValueSyntax names = vary.Operands[0];
        ImmutableArray<Target?> targets = names is ListSyntax list
            ? [.. list.Items.Select(i => ReadTarget(i, module))]
            : [ReadTarget(names, module)];
        if (targets.IsEmpty)
        {
            diagnostics.Add(ExpansionDiagnostics.VaryTarget(module.Place(names), "[]", null));
        }

        if (targets.IsEmpty || targets.Any(t => t is null))
        {
            return;
        }

        foreach (Target target in targets.OfType<Target>())
        {
            if (!_targets.TryAdd($"{target.ModulePath}|{target.Written}", target.Place))
            {
                diagnostics.Add(
                    ExpansionDiagnostics.VaryTwice(
                        target.Place,
                        _targets[$"{target.ModulePath}|{target.Written}"],
                        target.Written
                    )
                );
                return;
            }
        }

        if (ReadRounds(vary, [.. targets.OfType<Target>()], names is ListSyntax, module) is not { } rounds)
        {
            return;
        }

        // A parameter that is given from outside, or by the file that extends this one, no longer varies.
        bool isFixed = targets.Any(t => t!.ModulePath is not null && given.Contains(t.Parameter));
        if (!isFixed)
        {
            _dimensions.Add(new Dimension(place, [.. targets.OfType<Target>()], rounds));
        }
    }

    private Target? ReadTarget(ValueSyntax syntax, Module module)
    {
        SourceSpan place = module.Place(syntax);
        switch (syntax)
        {
            case PathSyntax { Word: { } name } when module.Parameters.ContainsKey(name):
                return new Target(name, module.Path, name, "", null, place);
            case PathSyntax { Word: { } key } when LanguageSchema.File.FindKey(key) is { } schema:
                return new Target(key, null, "", "", schema, place);
            case PathSyntax { Parts: [var block, var key] }
                when LanguageSchema.File.Children.Contains(block)
                    && LanguageSchema.FindKind(block) is { IsRepeatable: false } kind
                    && kind.FindKey(key) is { } schema:
                return new Target($"{block}.{key}", null, "", block, schema, place);
            case PathSyntax path:
                string? suggestion = Suggestion.For(path.Text, module.Parameters.Keys.Concat(FieldPaths()));
                diagnostics.Add(ExpansionDiagnostics.VaryTarget(place, path.Text, suggestion));
                return null;
            default:
                diagnostics.Add(
                    ExpansionDiagnostics.VaryTarget(place, place.Text.Length > 30 ? "…" : place.Text, null)
                );
                return null;
        }
    }

    private static IEnumerable<string> FieldPaths() =>
        LanguageSchema
            .File.Children.Select(LanguageSchema.FindKind)
            .Where(k => k is { IsRepeatable: false })
            .SelectMany(k => k!.Keys.Select(key => $"{k.Name}.{key.Name}"));

    private ImmutableArray<ImmutableArray<BoundValue>>? ReadRounds(
        BlockSyntax vary,
        ImmutableArray<Target> targets,
        bool together,
        Module module
    )
    {
        ModuleInstance instance = instances.Default(module);
        SourceSpan place = module.Place(vary.HeadSpan);
        if (vary.Operands.Length < 2)
        {
            IReadOnlyList<BoundValue>? all =
                !together && targets[0].ModulePath is not null
                    ? instances.AllValues(instance, targets[0].Parameter)
                    : null;
            if (all is not { Count: > 0 })
            {
                diagnostics.Add(
                    ExpansionDiagnostics.VaryValues(
                        place,
                        $"it is not said which values `{targets[0].Written}` takes",
                        "values are expected after this",
                        "List them: `vary season [\"spring\", \"autumn\"]`. Only a parameter of type `choice` or `boolean` varies without a list."
                    )
                );
                return null;
            }

            return [.. all.Select(v => ImmutableArray.Create(v))];
        }

        BoundValue values = instances.Evaluator.Evaluate(
            vary.Operands[1],
            new Scope(instance, null),
            RoundsType(targets, together),
            together ? "`vary`" : $"`{targets[0].Written}`"
        );
        if (values is not ListValue list)
        {
            return null;
        }

        if (list.Items.IsEmpty)
        {
            diagnostics.Add(
                ExpansionDiagnostics.VaryValues(
                    values.Place,
                    "the list of values is empty",
                    "empty",
                    "List at least one value."
                )
            );
            return null;
        }

        return ReadItems(list, targets, together);
    }

    private ImmutableArray<ImmutableArray<BoundValue>>? ReadItems(
        ListValue list,
        ImmutableArray<Target> targets,
        bool together
    )
    {
        var rounds = ImmutableArray.CreateBuilder<ImmutableArray<BoundValue>>(list.Items.Length);
        foreach (BoundValue item in list.Items)
        {
            if (!together)
            {
                rounds.Add([Fit(item, targets[0])]);
            }
            else if (item is ListValue parts && parts.Items.Length == targets.Length)
            {
                rounds.Add([.. parts.Items.Select((part, i) => Fit(part, targets[i]))]);
            }
            else
            {
                diagnostics.Add(
                    ExpansionDiagnostics.VaryValues(
                        item.Place,
                        $"`vary` has {targets.Length} names here, and this gives {(item is ListValue other ? Forms.Count(other.Items.Length, "value") : Forms.Describe(item))}",
                        $"{targets.Length} values are expected",
                        "Give one value for each name: `vary [name, colour] [[\"a\", #FFF], [\"b\", #000]]`."
                    )
                );
                return null;
            }
        }

        return rounds.ToImmutable();
    }

    /// <summary>The value as the field takes it; a parameter checks its values when it gets them.</summary>
    private BoundValue Fit(BoundValue value, Target target) =>
        target.Key is null
            ? value
            : new ValueConverter(diagnostics).Convert(value, target.Key.Type, $"`{target.Written}`");

    /// <summary>Words of a field's closed list stand bare in the list of values, as they do in the field.</summary>
    private static FieldType RoundsType(ImmutableArray<Target> targets, bool together)
    {
        if (together || targets[0].Key is null)
        {
            return new FieldType([ValueForm.List]);
        }

        return FieldType.ListOf(targets[0].Key!.Type);
    }
}
