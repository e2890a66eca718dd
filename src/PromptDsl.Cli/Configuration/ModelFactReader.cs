using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Targets;
using PromptDsl.Values;

namespace PromptDsl.Cli.Configuration;

/// <summary>Reads the value of a fact about a model, by its type.</summary>
/// <param name="name">What the value is called in messages.</param>
/// <param name="node">The value.</param>
internal sealed class ModelFactReader(string name, YamlNode node)
{
    private const string None = "none";

    /// <summary>The model with the fact.</summary>
    /// <exception cref="SourceProblemException">The value is of the wrong kind.</exception>
    public ImageModel ReadInto(ImageModel model, ModelFact fact, FactSource source)
    {
        return fact switch
        {
            ModelFact<ImmutableArray<string>> words => Set(words, Words()),
            ModelFact<bool> flag => Set(flag, Flag()),
            ModelFact<int> number => Set(number, Number(node, name)),
            ModelFact<decimal> price => Set(price, Price(node, name)),
            ModelFact<DateOnly?> date => Set(date, Date()),
            ModelFact<ModelStatus> status => Set(status, Status()),
            ModelFact<SizeRule> size => Set(size, new SizeRuleReader(name, node).Read()),
            ModelFact<PerImageTable> table => Set(table, Table()),
            ModelFact<InputTokenRule> tokens => Set(tokens, InputTokens()),
            _ => throw new InvalidOperationException($"'{fact.Key}' has a type that is not read"),
        };

        ImageModel Set<T>(ModelFact<T> into, T value) =>
            into.Set(model, new Fact<T>(value, source, Confidence.Project));
    }

    /// <summary>A whole number above zero.</summary>
    public static int Number(YamlNode node, string name)
    {
        YamlScalar scalar = ConfigurationProblems.Scalar(node, name);
        return int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw NotA(scalar, name, "a whole number above zero", "10");
    }

    /// <summary>A size in pixels.</summary>
    public static ImageSize Size(YamlNode node, string name)
    {
        YamlScalar scalar = ConfigurationProblems.Scalar(node, name);
        return ImageSize.TryParse(scalar.Value, out ImageSize size)
            ? size
            : throw NotA(scalar, name, "a size in pixels", "1024x1024");
    }

    private ImmutableArray<string> Words() =>
        node is YamlSequence list
            ? [.. list.Items.Select(i => ConfigurationProblems.Scalar(i, name).Value)]
            : throw ConfigurationProblems.WrongKind(node, name, "a list", $"{name.Split('.')[^1]}: [auto, low]");

    private bool Flag()
    {
        YamlScalar scalar = ConfigurationProblems.Scalar(node, name);
        return scalar.Value switch
        {
            "true" => true,
            "false" => false,
            _ => throw ConfigurationProblems.NotOneOf(scalar.Place, name, scalar.Value, ["true", "false"]),
        };
    }

    private DateOnly? Date()
    {
        YamlScalar scalar = ConfigurationProblems.Scalar(node, name);
        return scalar.Value == None ? null
            : DateText.TryParse(scalar.Value, out DateOnly date) ? date
            : throw NotA(scalar, name, "a date or `none`", "2027-01-31");
    }

    private ModelStatus Status()
    {
        YamlScalar scalar = ConfigurationProblems.Scalar(node, name);
        ImmutableArray<ModelStatus> all = [.. Enum.GetValues<ModelStatus>()];
        int index = all.Select(s => s.ToString().ToLowerInvariant()).ToList().IndexOf(scalar.Value);
        return index >= 0
            ? all[index]
            : throw ConfigurationProblems.NotOneOf(
                scalar.Place,
                name,
                scalar.Value,
                all.Select(s => s.ToString().ToLowerInvariant())
            );
    }

    private PerImageTable Table()
    {
        const string Example = "low: { 1024x1024: 0.01 }";
        var rows = ImmutableArray.CreateBuilder<PerImageRow>();
        foreach (YamlEntry quality in ConfigurationProblems.Mapping(node, name, Example))
        {
            foreach (YamlEntry cell in ConfigurationProblems.Mapping(quality.Value, name, Example))
            {
                rows.Add(new PerImageRow(quality.Key.Value, Size(cell.Key, name), Price(cell.Value, name)));
            }
        }

        return new PerImageTable(rows.ToImmutable());
    }

    private InputTokenRule InputTokens()
    {
        string[] keys = ["base", "per-tile", "tile-pixels", "high-fidelity-square", "high-fidelity-other"];
        Dictionary<string, int> said = NumbersByKey(node, name, keys, $"{keys[0]}: 65");
        return new InputTokenRule(said[keys[0]], said[keys[1]], said[keys[2]], said[keys[3]], said[keys[4]]);
    }

    /// <summary>A mapping that says a number for each of the keys, and nothing else.</summary>
    public static Dictionary<string, int> NumbersByKey(YamlNode node, string name, string[] keys, string example)
    {
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (YamlEntry entry in ConfigurationProblems.Mapping(node, name, example))
        {
            if (!keys.Contains(entry.Key.Value))
            {
                throw ConfigurationProblems.Unknown(entry.Key, $" in `{name}`", keys, "");
            }

            said[entry.Key.Value] = Number(entry.Value, $"{name}.{entry.Key.Value}");
        }

        return Array.Find(keys, k => !said.ContainsKey(k)) is { } missing
            ? throw new SourceProblemException(
                node.Place,
                $"`{name}` does not say `{missing}`",
                "incomplete",
                $"The keys are {string.Join(", ", keys)}."
            )
            : said;
    }

    private static decimal Price(YamlNode node, string name)
    {
        YamlScalar scalar = ConfigurationProblems.Scalar(node, name);
        return decimal.TryParse(
            scalar.Value,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal price
        )
            ? price
            : throw NotA(scalar, name, "a number", "0.05");
    }

    private static SourceProblemException NotA(YamlScalar scalar, string name, string what, string example) =>
        new(scalar.Place, $"`{name}` cannot be `{scalar.Value}`", $"not {what}", $"Write {what}, such as `{example}`.");
}
