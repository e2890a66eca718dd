using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Cli.Verbs;

/// <summary>The catalog as JSON, see <c>docs/schemas/models.schema.json</c>; what is unknown is null.</summary>
internal static class ModelsJson
{
    public static string Write(ModelCatalog catalog, ImmutableArray<ImageModel> models, DateOnly asOf) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema", JsonOutput.Schema);
            json.WriteString("asOf", DateText.Of(catalog.AsOf));
            json.WriteString("lookedAt", DateText.Of(asOf));
            json.WriteString("defaultModel", catalog.DefaultModel.Id);
            json.WriteStartArray("models");
            foreach (ImageModel model in models)
            {
                WriteModel(json, model, asOf);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteModel(Utf8JsonWriter json, ImageModel model, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteString("id", model.Id);
        json.WriteString(
            "status",
            model.Status.TryGet(out ModelStatus status) ? status.ToString().ToLowerInvariant() : null
        );
        json.WriteString(
            "shutdown",
            model.Shutdown.TryGet(out DateOnly? day) && day is { } date ? DateText.Of(date) : null
        );
        json.WriteBoolean("endsSoon", ModelEnd.IsNear(model, asOf));
        WriteList(json, "snapshots", model.Snapshots);
        WriteList(json, "replacements", model.Replacements);
        json.WriteStartObject("endpoints");
        WriteFlag(json, "generations", model.Endpoints.Generations);
        WriteFlag(json, "edits", model.Endpoints.Edits);
        WriteFlag(json, "responses", model.Endpoints.Responses);
        WriteFlag(json, "batch", model.Endpoints.Batch);
        json.WriteEndObject();
        WriteList(json, "qualities", model.Qualities);
        WriteList(json, "formats", model.Formats);
        WriteList(json, "backgrounds", model.Backgrounds);
        WriteFlag(json, "mask", model.Mask);
        WriteNumber(json, "maxCount", model.MaxCount);
        WriteNumber(json, "maxPromptChars", model.MaxPromptChars);
        WriteNumber(json, "maxInputImages", model.MaxInputImages);
        json.WriteStartObject("dollarsPerMillionTokens");
        WriteMoney(json, "textInput", model.Prices.TextInput);
        WriteMoney(json, "imageInput", model.Prices.ImageInput);
        WriteMoney(json, "imageOutput", model.Prices.ImageOutput);
        json.WriteEndObject();
        WriteFacts(json, model);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, ImageModel model)
    {
        json.WriteStartObject("facts");
        foreach (ModelFact fact in ModelFacts.All)
        {
            if (fact.Of(model) is not { } said)
            {
                json.WriteNull(fact.Key);
                continue;
            }

            json.WriteStartObject(fact.Key);
            json.WriteString("value", FactText.Of(said));
            json.WriteString("source", said.Source.Id);
            json.WriteString("title", said.Source.Title);
            json.WriteString("read", said.Source.Read is { } day ? DateText.Of(day) : null);
            json.WriteString("confidence", ConfidenceNames.Of(said.Confidence));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, Fact<ImmutableArray<string>> fact)
    {
        if (!fact.TryGet(out ImmutableArray<string> items))
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (string item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, Fact<bool> fact)
    {
        if (fact.TryGet(out bool value))
        {
            json.WriteBoolean(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, Fact<int> fact)
    {
        if (fact.TryGet(out int value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteMoney(Utf8JsonWriter json, string name, Fact<decimal> fact)
    {
        if (fact.TryGet(out decimal value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
