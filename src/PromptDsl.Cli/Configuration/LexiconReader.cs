using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Linting.Lexicon;

namespace PromptDsl.Cli.Configuration;

/// <summary>Reads the words that a project adds: set → value → language → words.</summary>
internal static class LexiconReader
{
    private const string Example = "lexicon:\n  vague-wording:\n    vague: { en: [\"on brand\"], ko: [\"감성적*\"] }";

    /// <summary>The languages, of which a project may leave out one.</summary>
    public static readonly ImmutableArray<string> Languages = ["en", "ko"];

    /// <summary>The terms in the order of the file.</summary>
    /// <exception cref="SourceProblemException">A set or a value is unknown, or a term is empty.</exception>
    public static ImmutableArray<ConfiguredTerm> Read(YamlNode node)
    {
        ImmutableArray<LexiconSet> sets = PromptLexicon.BuiltIn.Sets;
        return
        [
            .. Mapping(node, ConfigurationKeys.Lexicon)
                .SelectMany(e =>
                    ReadSet(
                        sets.FirstOrDefault(s => s.Name == e.Key.Value)
                            ?? throw Unknown(e.Key, ConfigurationKeys.Lexicon, sets.Select(s => s.Name)),
                        e.Value
                    )
                ),
        ];
    }

    /// <summary>The values that terms of a set can be added to; <c>except</c> keeps others from being found.</summary>
    public static IEnumerable<string> ValuesOf(LexiconSet set) =>
        set.Terms.Select(t => t.Value).Append(LexiconSet.Except).Distinct(StringComparer.Ordinal);

    private static IEnumerable<ConfiguredTerm> ReadSet(LexiconSet set, YamlNode node)
    {
        string name = $"{ConfigurationKeys.Lexicon}.{set.Name}";
        foreach (YamlEntry value in Mapping(node, name))
        {
            if (!ValuesOf(set).Contains(value.Key.Value, StringComparer.Ordinal))
            {
                throw Unknown(value.Key, name, ValuesOf(set));
            }

            string valueName = $"{name}.{value.Key.Value}";
            foreach (YamlEntry language in Mapping(value.Value, valueName))
            {
                if (!Languages.Contains(language.Key.Value))
                {
                    throw Unknown(language.Key, valueName, Languages);
                }

                foreach (ConfiguredValue term in ReadTerms(language.Value, $"{valueName}.{language.Key.Value}"))
                {
                    yield return new ConfiguredTerm(set.Name, value.Key.Value, term);
                }
            }
        }
    }

    private static IEnumerable<ConfiguredValue> ReadTerms(YamlNode node, string name)
    {
        if (node is not YamlSequence list)
        {
            throw ConfigurationProblems.WrongKind(node, name, "a list of words", "en: [\"on brand\"]");
        }

        foreach (YamlScalar scalar in list.Items.Select(i => ConfigurationProblems.Scalar(i, name)))
        {
            string pattern = string.Join(
                ' ',
                scalar.Value.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );
            yield return pattern.Any(char.IsLetterOrDigit)
                ? new ConfiguredValue(pattern, scalar.Place)
                : throw new SourceProblemException(
                    scalar.Place,
                    $"`{name}` holds a term without a letter",
                    "fits nothing",
                    "Write words, with `+` behind an English word that is inflected and `*` behind a Korean stem."
                );
        }
    }

    private static ImmutableArray<YamlEntry> Mapping(YamlNode node, string name) =>
        ConfigurationProblems.Mapping(node, name, Example);

    private static SourceProblemException Unknown(YamlScalar key, string where, IEnumerable<string> known) =>
        ConfigurationProblems.Unknown(key, $" in `{where}`", known, "See docs/lint.md for the sets.");
}
