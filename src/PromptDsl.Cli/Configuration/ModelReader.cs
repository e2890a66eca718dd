using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration.Yaml;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration;

/// <summary>Reads the section <c>models</c>: facts by model, under the keys of the catalog.</summary>
internal static class ModelReader
{
    private const string Example = "models:\n  my-deployment:\n    like: gpt-image-2";

    /// <summary>Reads the section.</summary>
    /// <exception cref="SourceProblemException">A key is unknown or a value is of the wrong kind.</exception>
    public static ImmutableArray<ConfiguredModel> Read(YamlNode section) =>
        [.. ConfigurationProblems.Mapping(section, ConfigurationKeys.Models, Example).Select(ReadModel)];

    private static ConfiguredModel ReadModel(YamlEntry entry)
    {
        string id = entry.Key.Value;
        if (id.Length == 0)
        {
            throw new SourceProblemException(entry.Key.Place, "the name of a model is empty", "names nothing");
        }

        var facts = new ImageModel { Id = id };
        ConfiguredValue? like = null;
        string name = $"{ConfigurationKeys.Models}.{id}";
        foreach (YamlEntry said in ConfigurationProblems.Mapping(entry.Value, name, Example))
        {
            if (said.Key.Value == ConfigurationKeys.Like)
            {
                YamlScalar value = ConfigurationProblems.Scalar(said.Value, $"{name}.{ConfigurationKeys.Like}");
                like = new ConfiguredValue(value.Value, value.Place);
                continue;
            }

            ModelFact fact =
                ModelFacts.Find(said.Key.Value)
                ?? throw ConfigurationProblems.Unknown(
                    said.Key,
                    $" in `{name}`",
                    ModelFacts.All.Select(f => f.Key).Prepend(ConfigurationKeys.Like),
                    "The keys are `like` and those that `promptc models gpt-image-2` lists."
                );
            facts = new ModelFactReader($"{name}.{fact.Key}", said.Value).ReadInto(facts, fact, SourceOf(said.Key));
        }

        return new ConfiguredModel(new ModelAddition(facts, like?.Text), like);
    }

    private static FactSource SourceOf(YamlScalar key)
    {
        SourceSpan place = key.Place;
        return FactSource.OfProject(place.Source.Path, place.Start.Line + 1);
    }
}
