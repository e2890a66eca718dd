using System.Globalization;
using System.Text.Json;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Files;
using PromptDsl.Emulator.Http;
using PromptDsl.Emulator.Images;
using PromptDsl.Targets;

namespace PromptDsl.Emulator.Responses;

/// <summary>Reads requests of the Responses API that use its image generation tool.</summary>
internal sealed class ConversationReader(ModelFinder models, FileStore files)
{
    private const string ToolType = "image_generation";

    /// <summary>Parameters that have nothing to do with pictures.</summary>
    private static readonly string[] Unchecked =
    [
        "tool_choice",
        "instructions",
        "user",
        "metadata",
        "reasoning",
        "include",
        "parallel_tool_calls",
        "temperature",
        "top_p",
        "max_output_tokens",
        "max_tool_calls",
        "service_tier",
        "truncation",
        "text",
        "prompt_cache_key",
    ];

    /// <summary>Reads a request.</summary>
    /// <param name="isKnown">Whether the id of a response or of an item is one that can be gone on from.</param>
    public Conversation Read(ApiRequest request, Func<string, bool> isKnown)
    {
        Parameters parameters = request.Parameters;
        string language = parameters.Text("model");
        if (models.IsImageModel(language))
        {
            throw parameters.Invalid(
                "model",
                $"The model '{language}' is not supported with the Responses API; name it in the tool."
            );
        }

        (Parameters tool, JsonElement tools) = FindTool(parameters);
        ImageModel model = models.Find(tool.FindText("model"));
        string? previous = parameters.FindText("previous_response_id");
        if (previous is not null && !isKnown(previous))
        {
            throw ApiException.BadRequest(
                $"Previous response with id '{previous}' not found.",
                "previous_response_not_found",
                "previous_response_id"
            );
        }

        var pictures = new InputPictureReader(files, model);
        var input = new ConversationInput(pictures, isKnown);
        input.Read(parameters);
        bool isStored = !parameters.Has("store") || parameters.FindFlag("store");
        bool isStream = parameters.FindFlag("stream") && !request.Has(FaultKind.JsonInsteadOfStream);
        string? safety = parameters.FindText("safety_identifier");
        parameters.Allow(Unchecked);
        parameters.RefuseUnknown();

        PictureOrder order = new PictureParameterReader(tool, model).Read(request.Endpoint, input.Text, isStream) with
        {
            Inputs = input.Pictures,
            SafetyIdentifier = safety,
        };
        bool hasPicture = previous is not null || input.HasEarlierPicture || !input.Pictures.IsEmpty;
        string action = ReadAction(tool, hasPicture);
        if (tool.FindElement("input_image_mask") is { } mask)
        {
            InputPicture overlay = pictures.ReadReference(mask, tool.PathOf("input_image_mask"));
            OverlayCheck.Check("input_image_mask", overlay, order.Inputs.FirstOrDefault() ?? new InputPicture(null));
        }

        tool.Allow("type", "svg");
        tool.RefuseUnknown();
        return new Conversation(language, order, action, tools, previous, isStored);
    }

    private static (Parameters Tool, JsonElement Tools) FindTool(Parameters parameters)
    {
        if (parameters.FindElement("tools") is { ValueKind: JsonValueKind.Array } tools)
        {
            int i = 0;
            foreach (JsonElement element in tools.EnumerateArray())
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"tools[{i++}].");
                if (
                    element.ValueKind == JsonValueKind.Object
                    && Parameters.Of(element, path) is var tool
                    && tool.Peek("type") == ToolType
                )
                {
                    return (tool, tools);
                }
            }
        }

        throw parameters.Invalid("tools", $"The emulator answers requests with the tool '{ToolType}' alone.");
    }

    private static string ReadAction(Parameters tool, bool hasPicture)
    {
        string action = tool.FindWord("action", ["generate", "edit", "auto"]) ?? "auto";
        return action switch
        {
            "edit" when !hasPicture => throw tool.Invalid(
                "action",
                "The action 'edit' needs an image in the context, and there is none."
            ),
            "auto" => hasPicture ? "edit" : "generate",
            _ => action,
        };
    }
}
