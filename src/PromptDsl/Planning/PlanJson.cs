using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>Plans as JSON; the same plan gives the same bytes.</summary>
public static class PlanJson
{
    /// <summary>The version of the form; it changes when a field changes its meaning.</summary>
    public const int Schema = 1;

    private static readonly JsonTypeInfo<PlanDocument> Form = new PlanJsonContext(
        // The text goes to a file, not into HTML: Korean and quotes stay readable.
        new JsonSerializerOptions(PlanJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    ).PlanDocument;

    /// <summary>Writes a plan, and what is different from an earlier one.</summary>
    public static string Write(RequestPlan plan, PlanComparison? comparison = null) =>
        JsonSerializer.Serialize(new PlanDocument(Schema, plan, comparison), Form) + "\n";

    /// <summary>Writes a price as it stands in a plan.</summary>
    public static void Write(Utf8JsonWriter writer, PriceRange price) =>
        JsonSerializer.Serialize(writer, price, PlanJsonContext.Default.PriceRange);

    /// <summary>Writes a difference as it stands in a plan.</summary>
    public static void Write(Utf8JsonWriter writer, PriceDifference difference) =>
        JsonSerializer.Serialize(writer, difference, PlanJsonContext.Default.PriceDifference);

    /// <summary>Reads a plan; a comparison in the text is left alone.</summary>
    /// <exception cref="PlanFormatException">The text is no plan, or one of another version.</exception>
    public static RequestPlan Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("schema", out JsonElement schema)
                || !json.RootElement.TryGetProperty("plan", out JsonElement plan)
            )
            {
                throw new PlanFormatException("it is not a plan: it has no `schema` or no `plan`");
            }

            if (schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out int version) || version != Schema)
            {
                throw new PlanFormatException($"its schema is {schema}, and this version reads {Schema}");
            }

            return Checked(
                plan.Deserialize((JsonTypeInfo<RequestPlan>)Form.Options.GetTypeInfo(typeof(RequestPlan)))
                    ?? throw new PlanFormatException("its `plan` is null")
            );
        }
        catch (Exception e) when (e is JsonException or ArgumentException or OverflowException)
        {
            throw new PlanFormatException($"it is not a plan: {e.Message.TrimEnd('.')}", e);
        }
    }

    private static RequestPlan Checked(RequestPlan plan)
    {
        PlanKey? twice = PlanKey
            .AllOf(plan)
            .GroupBy(entry => entry.Key)
            .FirstOrDefault(same => same.Skip(1).Any())
            ?.Key;
        return twice is null ? plan : throw new PlanFormatException($"it has `{twice}` twice");
    }
}
