using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Targets.Prices;
using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration;

/// <summary>Checks one configuration file against the table of keys.</summary>
internal sealed class ConfigurationReader(string path)
{
    private readonly string _folder = Path.GetDirectoryName(path)!;

    private ImmutableDictionary<string, ConfiguredValue> _values = ImmutableDictionary<string, ConfiguredValue>.Empty;
    private ImmutableSortedDictionary<string, ConfiguredValue> _severities = ConfigurationFile.Empty.Severities;
    private ImmutableArray<ConfiguredOption> _ruleOptions = [];
    private ImmutableArray<ConfiguredTerm> _terms = [];
    private ImmutableArray<ConfiguredModel> _models = [];
    private ImmutableArray<ConfiguredValue> _excludes = [];

    /// <summary>The file that this one extends.</summary>
    public ConfiguredValue? Extended { get; private set; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="SourceProblemException">A key is unknown or a value is of the wrong kind.</exception>
    public ConfigurationFile Read(SourceText source)
    {
        foreach (YamlEntry section in Mapping(YamlReader.Read(source), "the configuration"))
        {
            switch (section.Key.Value)
            {
                case ConfigurationKeys.Extends:
                    Extended = ReadPath(ConfigurationProblems.Scalar(section.Value, ConfigurationKeys.Extends));
                    break;
                case ConfigurationKeys.Defaults:
                    ReadValues(section.Value, ConfigurationKeys.Defaults);
                    RefuseTwoLayouts();
                    break;
                case ConfigurationKeys.Budgets:
                    ReadValues(section.Value, ConfigurationKeys.Budgets);
                    break;
                case ConfigurationKeys.Run:
                    ReadValues(section.Value, ConfigurationKeys.Run);
                    break;
                case ConfigurationKeys.Diagnostics:
                    _severities = SeverityReader.Read(section.Value);
                    break;
                case ConfigurationKeys.Rules:
                    _ruleOptions = RuleOptionReader.Read(section.Value);
                    break;
                case ConfigurationKeys.Lexicon:
                    _terms = LexiconReader.Read(section.Value);
                    break;
                case ConfigurationKeys.Models:
                    _models = ModelReader.Read(section.Value);
                    break;
                case ConfigurationKeys.Paths:
                    ReadPaths(section.Value);
                    break;
                default:
                    throw Unknown(section.Key, "", ConfigurationKeys.Sections);
            }
        }

        return new ConfigurationFile
        {
            Chain = [path],
            Values = _values,
            Severities = _severities,
            RuleOptions = _ruleOptions,
            Terms = _terms,
            Models = _models,
            Excludes = _excludes,
            ExcludeFolder = _folder,
        };
    }

    private void ReadValues(YamlNode node, string section)
    {
        foreach (YamlEntry entry in Mapping(node, section))
        {
            ConfigurationKey key =
                ConfigurationKeys.Of(section).FirstOrDefault(k => k.Name == entry.Key.Value)
                ?? throw Unknown(entry.Key, $" in `{section}`", ConfigurationKeys.Of(section).Select(k => k.Name));
            YamlScalar value = ConfigurationProblems.Scalar(entry.Value, key.FullName);
            if (!key.Words.IsEmpty && !key.Words.Contains(value.Value))
            {
                throw NotOneOf(value, key.FullName, key.Words);
            }

            if (key.IsAmount && !Money.TryParse(value.Value, out _))
            {
                throw new SourceProblemException(
                    value.Place,
                    $"`{key.FullName}` is not an amount of US dollars",
                    "not a number of dollars",
                    $"Write {key.Name}: 0.50"
                );
            }

            if (key.Most is { } most && !IsWhole(value.Value, most))
            {
                throw new SourceProblemException(
                    value.Place,
                    $"`{key.FullName}` is not a number from 1 to {most}",
                    "not such a number",
                    $"Write {key.Name}: {key.Default}"
                );
            }

            _values = _values.SetItem(
                key.FullName,
                key.IsPath ? ReadPath(value) : new ConfiguredValue(value.Value, value.Place)
            );
        }
    }

    private static bool IsWhole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number >= 1
        && number <= most;

    // Which of the two counts should not have to be looked up.
    private void RefuseTwoLayouts()
    {
        if (
            _values.ContainsKey(ConfigurationKeys.Dialect.FullName)
            && _values.TryGetValue(ConfigurationKeys.Template.FullName, out ConfiguredValue? template)
        )
        {
            throw new SourceProblemException(
                template.Place,
                "`dialect` and `template` exclude each other",
                "a template takes the place of the dialect",
                "Keep one of the two."
            );
        }
    }

    private void ReadPaths(YamlNode node)
    {
        foreach (YamlEntry entry in Mapping(node, ConfigurationKeys.Paths))
        {
            if (entry.Key.Value != ConfigurationKeys.Exclude)
            {
                throw Unknown(entry.Key, " in `paths`", [ConfigurationKeys.Exclude]);
            }

            if (entry.Value is not YamlSequence list)
            {
                throw ConfigurationProblems.WrongKind(
                    entry.Value,
                    "paths.exclude",
                    "a list of patterns",
                    "exclude: [\"drafts/\"]"
                );
            }

            _excludes =
            [
                .. list
                    .Items.Select(i => ConfigurationProblems.Scalar(i, "paths.exclude"))
                    .Select(s => new ConfiguredValue(s.Value, s.Place)),
            ];
        }
    }

    private ConfiguredValue ReadPath(YamlScalar scalar) =>
        scalar.Value.Length == 0 || scalar.Value.Contains('\0')
            ? throw new SourceProblemException(scalar.Place, "a path is empty", "names nothing")
            : new ConfiguredValue(Path.GetFullPath(scalar.Value, _folder), scalar.Place);

    private static ImmutableArray<YamlEntry> Mapping(YamlNode? node, string name) =>
        ConfigurationProblems.Mapping(node, name, $"{name.Split('.')[^1]}:\n  KEY: VALUE");

    private static SourceProblemException NotOneOf(YamlScalar value, string name, IEnumerable<string> words) =>
        ConfigurationProblems.NotOneOf(value.Place, name, value.Value, words);

    private static SourceProblemException Unknown(YamlScalar key, string where, IEnumerable<string> known) =>
        ConfigurationProblems.Unknown(key, where, known, "Keys are codes and names of findings.");
}
