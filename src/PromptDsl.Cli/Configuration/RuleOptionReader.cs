using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Linting.Options;

namespace PromptDsl.Cli.Configuration;

/// <summary>Reads what a project sets about rules: <c>rules: { too-many-objects: { hint-at: 8 } }</c>.</summary>
internal static class RuleOptionReader
{
    private const string Example = "rules:\n  too-many-objects: { hint-at: 8 }";

    /// <summary>The values, each checked against the option that it is for.</summary>
    /// <exception cref="SourceProblemException">A rule or an option is unknown, or a value is none.</exception>
    public static ImmutableArray<ConfiguredOption> Read(YamlNode node) =>
        [
            .. ConfigurationProblems
                .Mapping(node, ConfigurationKeys.Rules, Example)
                .SelectMany(e => ReadRule(RuleOf(e.Key), e.Value)),
        ];

    private static LintRule RuleOf(YamlScalar key)
    {
        DiagnosticDescriptor? named = DiagnosticCatalog.Find(key.Value);
        LintRule? rule = named is null ? null : RuleRegistry.Find(named.Code);
        if (rule is null)
        {
            throw ConfigurationProblems.Unknown(
                key,
                $" in `{ConfigurationKeys.Rules}`",
                RuleRegistry.All.Where(r => !r.Options.IsEmpty).Select(r => r.Descriptor.Name),
                "Keys are names and codes of rules that have options."
            );
        }

        return !rule.Options.IsEmpty
            ? rule
            : throw new SourceProblemException(
                key.Place,
                $"the rule `{rule.Descriptor.Name}` has no options",
                "nothing can be set here",
                $"Its severity is set under `{ConfigurationKeys.Diagnostics}`."
            );
    }

    private static IEnumerable<ConfiguredOption> ReadRule(LintRule rule, YamlNode node)
    {
        string name = $"{ConfigurationKeys.Rules}.{rule.Descriptor.Name}";
        foreach (YamlEntry entry in ConfigurationProblems.Mapping(node, name, $"{rule.Options[0].Name}: …"))
        {
            RuleOption option =
                rule.Options.FirstOrDefault(o => o.Name == entry.Key.Value)
                ?? throw ConfigurationProblems.Unknown(
                    entry.Key,
                    $" in `{name}`",
                    rule.Options.Select(o => o.Name),
                    "See the page of the rule."
                );
            yield return ReadOption(rule, option, entry.Value, $"{name}.{option.Name}");
        }
    }

    private static ConfiguredOption ReadOption(LintRule rule, RuleOption option, YamlNode node, string name)
    {
        if (option is WordsOption)
        {
            if (node is not YamlSequence list)
            {
                throw ConfigurationProblems.WrongKind(node, name, "a list of words", $"{option.Name}: [\"…\"]");
            }

            ImmutableArray<string> words = [.. list.Items.Select(i => ConfigurationProblems.Scalar(i, name).Value)];
            return new ConfiguredOption(rule, option, words, new ConfiguredValue(string.Join(", ", words), node.Place));
        }

        YamlScalar scalar = ConfigurationProblems.Scalar(node, name);
        object value = option switch
        {
            IntegerOption o
                when int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    && number >= o.Minimum
                    && number <= o.Maximum => number,
            IntegerOption o => throw OutOfRange(scalar, name, "a whole number", o.Minimum, o.Maximum),
            NumberOption o
                when decimal.TryParse(
                    scalar.Value,
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out decimal number
                )
                    && number >= o.Minimum
                    && number <= o.Maximum => number,
            NumberOption o => throw OutOfRange(scalar, name, "a number", o.Minimum, o.Maximum),
            _ => throw new InvalidOperationException($"an option of type {option.GetType().Name} is not read"),
        };
        return new ConfiguredOption(rule, option, value, new ConfiguredValue(scalar.Value, scalar.Place));
    }

    private static SourceProblemException OutOfRange(
        YamlScalar value,
        string name,
        string what,
        decimal minimum,
        decimal maximum
    ) =>
        new(
            value.Place,
            $"`{name}` is not {what} in its range",
            string.Create(CultureInfo.InvariantCulture, $"{what} from {minimum} to {maximum} is expected"),
            string.Create(CultureInfo.InvariantCulture, $"Write {what} from {minimum} to {maximum}.")
        );
}
