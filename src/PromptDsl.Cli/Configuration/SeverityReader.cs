using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;

namespace PromptDsl.Cli.Configuration;

/// <summary>
/// Reads the severities of findings, by code, name or category of rules. What is said of one finding counts
/// more than what is said of its category, in whatever order.
/// </summary>
internal static class SeverityReader
{
    /// <summary>The severities by code.</summary>
    /// <exception cref="SourceProblemException">A key names no finding, or an error is to be lowered.</exception>
    public static ImmutableSortedDictionary<string, ConfiguredValue> Read(YamlNode node)
    {
        ImmutableArray<YamlEntry> entries = ConfigurationProblems.Mapping(
            node,
            ConfigurationKeys.Diagnostics,
            "diagnostics:\n  wording: hint"
        );
        var severities = ConfigurationFile.Empty.Severities.ToBuilder();
        foreach (YamlEntry entry in entries.OrderBy(e => RuleCategories.Find(e.Key.Value) is null ? 1 : 0))
        {
            ConfiguredValue severity = SeverityOf(entry);
            foreach (DiagnosticDescriptor descriptor in Named(entry, severity))
            {
                severities[descriptor.Code] = severity;
            }
        }

        return severities.ToImmutable();
    }

    private static ConfiguredValue SeverityOf(YamlEntry entry)
    {
        YamlScalar value = ConfigurationProblems.Scalar(entry.Value, entry.Key.Value);
        return ConfigurationKeys.Severities.Contains(value.Value)
            ? new ConfiguredValue(value.Value, value.Place)
            : throw ConfigurationProblems.NotOneOf(
                value.Place,
                entry.Key.Value,
                value.Value,
                ConfigurationKeys.Severities
            );
    }

    private static IEnumerable<DiagnosticDescriptor> Named(YamlEntry entry, ConfiguredValue severity)
    {
        string name = entry.Key.Value;
        if (RuleCategories.Find(name) is { } category)
        {
            return RuleCategories.RulesOf(category).Select(r => r.Descriptor);
        }

        DiagnosticDescriptor descriptor = DiagnosticCatalog.Find(name) ?? throw Unknown(entry.Key);
        bool isLowered = severity.Text != "error";
        return descriptor is { Severity: DiagnosticSeverity.Error, IsLintRule: false } && isLowered
            ? throw new SourceProblemException(
                severity.Place,
                $"`{descriptor.Name}` is an error and stays one",
                "cannot be lowered",
                "A file with this error cannot be compiled; only warnings, hints and rules can be changed."
            )
            : [descriptor];
    }

    private static SourceProblemException Unknown(YamlScalar key)
    {
        string? near = DiagnosticCatalog.Suggest(key.Value, RuleCategories.Names);
        return new SourceProblemException(
            key.Place,
            $"there is no key `{key.Value}` in `{ConfigurationKeys.Diagnostics}`",
            near is null ? "unknown key" : $"a key with a similar name is `{near}`",
            "Keys are codes and names of findings, and categories of rules."
        );
    }
}
