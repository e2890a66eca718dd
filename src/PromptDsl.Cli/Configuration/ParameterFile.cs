using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration;

/// <summary>A YAML file with values for parameters.</summary>
internal static class ParameterFile
{
    /// <summary>Reads the values, each with its place.</summary>
    /// <exception cref="SourceProblemException">The file does not map names to values.</exception>
    public static ImmutableArray<ParameterBinding> Read(SourceText source) =>
        YamlReader.Read(source) switch
        {
            null => [],
            YamlMapping mapping => [.. mapping.Entries.Select(e => Bind(e.Key.Value, e.Value))],
            var other => throw new SourceProblemException(
                other.Place,
                $"a parameter file is {other.Kind} where names with values are expected",
                "begins here",
                "Write one parameter a line: `name: value`."
            ),
        };

    private static ParameterBinding Bind(string name, YamlNode node) =>
        node switch
        {
            YamlScalar scalar => new ParameterBinding(name, scalar.Value, OriginOf(node)),
            YamlSequence list => new ParameterBinding(name, "", OriginOf(node))
            {
                Items = [.. list.Items.Select(i => Bind(name, i))],
            },
            _ => throw new SourceProblemException(
                node.Place,
                $"the value of `{name}` is a mapping",
                "no parameter has such a value",
                "A value is a single value or a list."
            ),
        };

    private static string OriginOf(YamlNode node) =>
        string.Create(CultureInfo.InvariantCulture, $"{node.Place.Source.Path}:{node.Place.Start.Line + 1}");
}
