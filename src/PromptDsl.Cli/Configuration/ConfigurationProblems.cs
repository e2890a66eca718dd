using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration;

/// <summary>What can be wrong with a node of a configuration file, and what a node is expected to be.</summary>
internal static class ConfigurationProblems
{
    /// <summary>The entries of a mapping; nothing when nothing is written.</summary>
    public static ImmutableArray<YamlEntry> Mapping(YamlNode? node, string name, string example) =>
        node switch
        {
            null or YamlScalar { Value: "" } => [],
            YamlMapping mapping => mapping.Entries,
            _ => throw WrongKind(node, name, "a mapping", example),
        };

    public static YamlScalar Scalar(YamlNode node, string name) =>
        node as YamlScalar ?? throw WrongKind(node, name, "a single value", $"{name.Split('.')[^1]}: …");

    public static SourceProblemException WrongKind(YamlNode node, string name, string expected, string example) =>
        new(node.Place, $"`{name}` is {node.Kind} where {expected} is expected", "begins here", $"Write {example}");

    public static SourceProblemException NotOneOf(
        SourceSpan place,
        string name,
        string value,
        IEnumerable<string> words
    )
    {
        string[] all = [.. words];
        string? near = Suggestion.For(value, all);
        return new SourceProblemException(
            place,
            $"`{name}` cannot be `{value}`",
            near is null ? "unknown word" : $"a word with a similar spelling is `{near}`",
            $"It is one of {string.Join(", ", all)}."
        );
    }

    public static SourceProblemException Unknown(YamlScalar key, string where, IEnumerable<string> known, string many)
    {
        string[] all = [.. known];
        string? near = Suggestion.For(key.Value, all);
        return new SourceProblemException(
            key.Place,
            $"there is no key `{key.Value}`{where}",
            near is null ? "unknown key" : $"a key with a similar name is `{near}`",
            all.Length <= 12 ? $"The keys are {string.Join(", ", all)}." : many
        );
    }
}
