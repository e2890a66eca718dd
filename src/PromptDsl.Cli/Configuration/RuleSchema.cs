using System.Text.Json;
using PromptDsl.Linting;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Options;

namespace PromptDsl.Cli.Configuration;

/// <summary>The part of the schema of <c>promptc.yaml</c> that is made from the rules and the lexicon.</summary>
internal static class RuleSchema
{
    public static void WriteOptions(Utf8JsonWriter json)
    {
        Start(json, ConfigurationKeys.Rules, "The options of rules, by name or code.");
        foreach (LintRule rule in RuleRegistry.All.Where(r => !r.Options.IsEmpty))
        {
            WriteRule(json, rule.Descriptor.Name, rule);
            WriteRule(json, rule.Descriptor.Code, rule);
        }

        End(json);
    }

    public static void WriteLexicon(Utf8JsonWriter json)
    {
        Start(json, ConfigurationKeys.Lexicon, "Words of the project, in the sets that rules know.");
        foreach (LexiconSet set in PromptLexicon.BuiltIn.Sets)
        {
            Start(json, set.Name, set.About);
            foreach (string value in LexiconReader.ValuesOf(set))
            {
                Start(json, value, ValueDescription(value));
                foreach (string language in LexiconReader.Languages)
                {
                    WriteWords(json, language, "Words and phrases in lower case.");
                }

                End(json);
            }

            End(json);
        }

        End(json);
    }

    private static string ValueDescription(string value) =>
        value == LexiconSet.Except
            ? "Phrases in which no other word of the set is found."
            : $"Words that mean {value}.";

    private static void WriteRule(Utf8JsonWriter json, string key, LintRule rule)
    {
        Start(json, key, $"Options of {rule.Descriptor.Code} {rule.Descriptor.Name}.");
        foreach (RuleOption option in rule.Options)
        {
            WriteOption(json, option);
        }

        End(json);
    }

    private static void WriteOption(Utf8JsonWriter json, RuleOption option)
    {
        if (option is WordsOption)
        {
            WriteWords(json, option.Name, option.Documentation);
            return;
        }

        json.WriteStartObject(option.Name);
        json.WriteString("description", option.Documentation);
        switch (option)
        {
            case IntegerOption o:
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", o.Minimum);
                json.WriteNumber("maximum", o.Maximum);
                json.WriteNumber("default", o.Default);
                break;
            case NumberOption o:
                json.WriteString("type", "number");
                json.WriteNumber("minimum", o.Minimum);
                json.WriteNumber("maximum", o.Maximum);
                json.WriteNumber("default", o.Default);
                break;
            default:
                throw new InvalidOperationException($"an option of type {option.GetType().Name} has no schema");
        }

        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
