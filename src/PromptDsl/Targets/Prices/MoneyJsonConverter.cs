using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptDsl.Targets.Prices;

/// <summary>Writes an amount as a JSON number with all its decimals and no zeros after them.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        decimal amount = reader.GetDecimal();
        return Math.Abs(amount) <= Money.Largest.Dollars
            ? new Money(amount)
            : throw new JsonException("The amount is too large.");
    }

    // Dividing by a one with all decimals takes the zeros at the end away.
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Dollars / 1.0000000000000000000000000000m);
}
