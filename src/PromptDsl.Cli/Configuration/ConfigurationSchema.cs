using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration;

/// <summary>The JSON schema of <c>promptc.yaml</c> for editors, made from the table that the checks use.</summary>
internal static class ConfigurationSchema
{
    public static string Write() =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "promptc.yaml");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            WriteText(json, ConfigurationKeys.Extends, "Another configuration file, relative to this one.");
            WriteValues(
                json,
                ConfigurationKeys.Defaults,
                "What holds where neither the file nor the command line says."
            );
            WriteValues(json, ConfigurationKeys.Budgets, "What may be spent; `plan` and `run` keep to it.");
            WriteValues(json, ConfigurationKeys.Run, "How pictures are made; `run` keeps to it.");
            WriteDiagnostics(json);
            RuleSchema.WriteOptions(json);
            RuleSchema.WriteLexicon(json);
            WriteModels(json);
            WritePaths(json);
            json.WriteEndObject();
            json.WriteEndObject();
        });

    private static void WriteValues(Utf8JsonWriter json, string section, string description)
    {
        StartSection(json, section, description);
        foreach (ConfigurationKey key in ConfigurationKeys.Of(section))
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", key.Description);
            json.WriteString(
                "type",
                key.Most is not null ? "integer"
                    : key.IsAmount ? "number"
                    : "string"
            );
            WriteWords(json, key.Words);
            if (key.Most is { } most)
            {
                json.WriteNumber("minimum", 1);
                json.WriteNumber("maximum", most);
            }

            WriteDefault(json, key);

            json.WriteEndObject();
        }

        EndSection(json);
    }

    private static void WriteDiagnostics(Utf8JsonWriter json)
    {
        StartSection(json, ConfigurationKeys.Diagnostics, "The severity of findings, by code, name or category.");
        foreach (
            DiagnosticDescriptor descriptor in DiagnosticCatalog.All.Where(d =>
                d.IsLintRule || d.Severity != DiagnosticSeverity.Error
            )
        )
        {
            WriteSeverity(json, descriptor.Code, descriptor.Name);
            WriteSeverity(json, descriptor.Name, descriptor.Code);
        }

        foreach (string category in RuleCategories.Names)
        {
            WriteSeverity(json, category, "All rules of the category.");
        }

        EndSection(json);
    }

    private static void WriteSeverity(Utf8JsonWriter json, string key, string description)
    {
        json.WriteStartObject(key);
        json.WriteString("description", description);
        WriteWords(json, ConfigurationKeys.Severities);
        json.WriteEndObject();
    }

    private static void WriteModels(Utf8JsonWriter json)
    {
        json.WriteStartObject(ConfigurationKeys.Models);
        json.WriteString("description", "Models of the project, and what holds for it of known ones, by id.");
        json.WriteString("type", "object");
        json.WriteStartObject("additionalProperties");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteText(json, ConfigurationKeys.Like, "The model whose facts hold where nothing is said.");
        foreach (ModelFact fact in ModelFacts.All)
        {
            json.WriteStartObject(fact.Key);
            json.WriteString("description", fact.Title);
            WriteType(json, fact);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, ModelFact fact)
    {
        switch (fact)
        {
            case ModelFact<ImmutableArray<string>>:
                WriteTypeName(json, "array");
                break;
            case ModelFact<bool>:
                WriteTypeName(json, "boolean");
                break;
            case ModelFact<int>:
                WriteTypeName(json, "integer");
                break;
            case ModelFact<decimal>:
                WriteTypeName(json, "number");
                break;
            case ModelFact<DateOnly?>:
                WriteTypeName(json, "string");
                break;
            case ModelFact<ModelStatus>:
                WriteWords(json, [.. Enum.GetNames<ModelStatus>().Select(n => n.ToLowerInvariant())]);
                break;
            case ModelFact<SizeRule>:
                WriteTypeName(json, "array", "object");
                break;
            default:
                WriteTypeName(json, "object");
                break;
        }
    }

    private static void WriteTypeName(Utf8JsonWriter json, params string[] names)
    {
        json.WriteStartArray("type");
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void WritePaths(Utf8JsonWriter json)
    {
        StartSection(json, ConfigurationKeys.Paths, "Which files folders are searched for.");
        json.WriteStartObject(ConfigurationKeys.Exclude);
        json.WriteString("description", "Patterns that are left out, in the notation of .gitignore.");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        EndSection(json);
    }

    private static void StartSection(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
    }

    private static void EndSection(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteString("type", "string");
        json.WriteEndObject();
    }

    private static void WriteDefault(Utf8JsonWriter json, ConfigurationKey key)
    {
        if (key.Default is not { } value)
        {
            return;
        }

        json.WritePropertyName("default");
        if (key.Most is null)
        {
            json.WriteStringValue(value);
        }
        else
        {
            json.WriteRawValue(value);
        }
    }

    private static void WriteWords(Utf8JsonWriter json, IReadOnlyCollection<string> words)
    {
        if (words.Count == 0)
        {
            return;
        }

        json.WriteStartArray("enum");
        foreach (string word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }
}
