using System.Text.Json;
using PromptDsl.Cli.Tests.Infrastructure;

namespace PromptDsl.Cli.Tests.Docs;

/// <summary>As much of JSON Schema as the schemas of this repository use.</summary>
internal sealed class JsonSchema
{
    private readonly JsonElement _root;

    private JsonSchema(JsonElement root)
    {
        _root = root;
    }

    /// <summary>What is wrong with a document, each with its path.</summary>
    public static List<string> Check(string schemaName, string json)
    {
        string path = RepositoryRoot.PathOf($"docs/schemas/{schemaName}.schema.json");
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(path));
        using JsonDocument document = JsonDocument.Parse(json);
        var problems = new List<string>();
        new JsonSchema(schema.RootElement).Check(schema.RootElement, document.RootElement, "$", problems);
        return problems;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        if (schema.TryGetProperty("$ref", out JsonElement name))
        {
            string definition = name.GetString()!["#/$defs/".Length..];
            Check(_root.GetProperty("$defs").GetProperty(definition), value, path, problems);
        }

        if (schema.TryGetProperty("anyOf", out JsonElement choices))
        {
            CheckAny(choices, value, path, problems);
        }

        if (schema.TryGetProperty("const", out JsonElement constant) && !JsonElement.DeepEquals(constant, value))
        {
            problems.Add($"{path} is not {constant}");
        }

        if (
            schema.TryGetProperty("enum", out JsonElement words)
            && !words.EnumerateArray().Any(w => JsonElement.DeepEquals(w, value))
        )
        {
            problems.Add($"{path} is none of {words}");
        }

        if (schema.TryGetProperty("type", out JsonElement type) && !TypesOf(type).Contains(TypeOf(value)))
        {
            problems.Add($"{path} is {TypeOf(value)}, not {type}");
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(schema, value, path, problems);
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out JsonElement items))
        {
            int i = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                Check(items, item, $"{path}[{i++}]", problems);
            }
        }
    }

    /// <summary>A value that fits none is reported with what the first asks for.</summary>
    private void CheckAny(JsonElement choices, JsonElement value, string path, List<string> problems)
    {
        List<string>[] found =
        [
            .. choices
                .EnumerateArray()
                .Select(choice =>
                {
                    var inner = new List<string>();
                    Check(choice, value, path, inner);
                    return inner;
                }),
        ];
        if (found.All(f => f.Count > 0))
        {
            problems.AddRange(found[0]);
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            problems.AddRange(
                required
                    .EnumerateArray()
                    .Where(r => !value.TryGetProperty(r.GetString()!, out _))
                    .Select(r => $"{path}.{r} is missing")
            );
        }

        bool hasProperties = schema.TryGetProperty("properties", out JsonElement properties);
        schema.TryGetProperty("additionalProperties", out JsonElement others);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            string inner = $"{path}.{property.Name}";
            if (hasProperties && properties.TryGetProperty(property.Name, out JsonElement known))
            {
                Check(known, property.Value, inner, problems);
            }
            else if (others.ValueKind == JsonValueKind.Object)
            {
                Check(others, property.Value, inner, problems);
            }
            else if (others.ValueKind == JsonValueKind.False)
            {
                problems.Add($"{inner} is not described");
            }
        }
    }

    private static IEnumerable<string?> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().SelectMany(TypesOf)
            : [type.GetString(), .. type.GetString() == "number" ? ["integer"] : Array.Empty<string>()];

    private static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            var kind => kind.ToString().ToLowerInvariant(),
        };
}
