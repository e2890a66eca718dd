using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Emulator.Accounting;
using PromptDsl.Emulator.Drawing;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Images;

/// <summary>Writes the answers of the Images API.</summary>
internal sealed class PictureJson(TimeProvider clock, PictureAddresses addresses)
{
    public ApiAnswer Answer(MadePictures made, string origin) =>
        made.Order.IsStream ? Stream(made) : Body(made, origin);

    public static void WriteUsage(Utf8JsonWriter json, string name, Usage usage)
    {
        json.WriteStartObject(name);
        json.WriteNumber("input_tokens", usage.Input);
        json.WriteNumber("output_tokens", usage.Output);
        json.WriteNumber("total_tokens", usage.Total);
        json.WriteStartObject("input_tokens_details");
        json.WriteNumber("text_tokens", usage.TextInput);
        json.WriteNumber("image_tokens", usage.ImageInput);
        json.WriteEndObject();
        json.WriteStartObject("output_tokens_details");
        json.WriteNumber("image_tokens", usage.Output);
        json.WriteNumber("text_tokens", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteParameters(Utf8JsonWriter json, PictureOrder order)
    {
        json.WriteString("size", order.Size.ToString());
        json.WriteString("quality", order.Quality);
        json.WriteString("background", order.Background);
        json.WriteString("output_format", order.Format);
    }

    private ApiAnswer.Body Body(MadePictures made, string origin) =>
        Json.Answer(json =>
        {
            json.WriteNumber("created", Now);
            bool isLocal = !made.Order.Model.Status.IsKnown;
            if (!isLocal)
            {
                WriteParameters(json, made.Order);
            }

            json.WriteStartArray("data");
            foreach (DrawnPicture picture in made.Pictures)
            {
                json.WriteStartObject();
                if (made.Order.GivesAddresses)
                {
                    json.WriteString("url", addresses.Add(picture.Bytes, made.Order, origin));
                }
                else
                {
                    json.WriteString("b64_json", picture.Base64);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (!isLocal)
            {
                WriteUsage(json, "usage", made.Usage);
                WriteSafetyIdentifier(json, made.Order);
            }
        });

    // How a stream brings several pictures is not documented; here one follows the other.
    private ApiAnswer.Stream Stream(MadePictures made)
    {
        string prefix = made.Order.Endpoint == Endpoints.Edits ? "image_edit" : "image_generation";
        ImmutableArray<ServerEvent>.Builder events = ImmutableArray.CreateBuilder<ServerEvent>();
        foreach (DrawnPicture picture in made.Pictures)
        {
            for (int i = 0; i < made.Partial.Length; i++)
            {
                int index = i;
                events.Add(
                    Event(
                        $"{prefix}.partial_image",
                        made,
                        made.Partial[i],
                        json => json.WriteNumber("partial_image_index", index)
                    )
                );
            }

            events.Add(Event($"{prefix}.completed", made, picture, json => WriteUsage(json, "usage", made.Usage)));
        }

        return new ApiAnswer.Stream(events.ToImmutable());
    }

    private ServerEvent Event(string name, MadePictures made, DrawnPicture picture, Action<Utf8JsonWriter> writeRest) =>
        new(
            name,
            Json.Write(json =>
            {
                json.WriteString("type", name);
                json.WriteString("b64_json", picture.Base64);
                json.WriteNumber("created_at", Now);
                WriteParameters(json, made.Order);
                writeRest(json);
                WriteSafetyIdentifier(json, made.Order);
            })
        );

    private static void WriteSafetyIdentifier(Utf8JsonWriter json, PictureOrder order)
    {
        if (order.SafetyIdentifier is { } identifier)
        {
            json.WriteString("safety_identifier", identifier);
        }
    }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
