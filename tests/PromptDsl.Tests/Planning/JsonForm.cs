using System.Text.Json;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Planning;

/// <summary>
/// Checks a text against <c>docs/schemas/plan.schema.json</c>, with those words of JSON Schema that the file uses;
/// a word that is not known here fails the check.
/// </summary>
internal static class JsonForm
{
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "schemas", "plan.schema.json")))
        .RootElement;

    public static void Check(string text)
    {
        using var json = JsonDocument.Parse(text);
        Check(json.RootElement, Schema, "$");
    }

    private static void Check(JsonElement value, JsonElement schema, string path)
    {
        foreach (JsonProperty word in schema.EnumerateObject())
        {
            switch (word.Name)
            {
                case "$schema" or "$id" or "$defs" or "title" or "description" or "properties":
                    break;
                case "$ref":
                    string name = word.Value.GetString()!;
                    Check(value, Schema.GetProperty("$defs").GetProperty(name["#/$defs/".Length..]), path);
                    break;
                case "type":
                    Assert.True(IsOfType(value, word.Value), $"{path} is {value.ValueKind}, not {word.Value}");
                    break;
                case "const":
                    Assert.True(JsonElement.DeepEquals(word.Value, value), $"{path} is not {word.Value}");
                    break;
                case "enum":
                    Assert.Contains(word.Value.EnumerateArray(), w => JsonElement.DeepEquals(w, value));
                    break;
                case "minimum":
                    Assert.True(value.GetDecimal() >= word.Value.GetDecimal(), $"{path} is too small");
                    break;
                case "pattern":
                    Assert.Matches(word.Value.GetString()!, value.GetString());
                    break;
                case "items":
                    CheckItems(value, word.Value, path);
                    break;
                case "required":
                    Assert.All(
                        word.Value.EnumerateArray(),
                        w => Assert.True(value.TryGetProperty(w.GetString()!, out _), $"{path} lacks {w}")
                    );
                    break;
                case "additionalProperties":
                    Assert.False(word.Value.GetBoolean());
                    CheckProperties(value, schema.GetProperty("properties"), path);
                    break;
                case "anyOf":
                    Assert.True(value.ValueKind == JsonValueKind.Null || word.Value.GetArrayLength() == 2);
                    if (value.ValueKind != JsonValueKind.Null)
                    {
                        Check(value, word.Value[0], path);
                    }

                    break;
                default:
                    Assert.Fail($"the schema uses `{word.Name}`, which is not checked");
                    break;
            }
        }
    }

    private static void CheckItems(JsonElement value, JsonElement schema, string path)
    {
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Check(item, schema, $"{path}[{index++}]");
        }
    }

    private static void CheckProperties(JsonElement value, JsonElement properties, string path)
    {
        foreach (JsonProperty property in value.EnumerateObject())
        {
            Assert.True(
                properties.TryGetProperty(property.Name, out JsonElement schema),
                $"{path}.{property.Name} is not in the schema"
            );
            Check(property.Value, schema, $"{path}.{property.Name}");
        }
    }

    private static bool IsOfType(JsonElement value, JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(t => IsOfType(value, t))
            : type.GetString() switch
            {
                "object" => value.ValueKind == JsonValueKind.Object,
                "array" => value.ValueKind == JsonValueKind.Array,
                "string" => value.ValueKind == JsonValueKind.String,
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "null" => value.ValueKind == JsonValueKind.Null,
                "number" => value.ValueKind == JsonValueKind.Number,
                "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
                _ => false,
            };
}
