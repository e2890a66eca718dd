using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>
/// Requests of the Responses API: a language model is told to call its image generation tool. The tool
/// has no <c>n</c>, so several pictures are several requests.
/// </summary>
internal static class ResponsesRequest
{
    public static ImageRequest Build(
        ModelCatalog catalog,
        RequestDescription description,
        string model,
        SizeDecision size
    )
    {
        ImageParameters parameters = description.Parameters;
        FieldList fields = new FieldList()
            .Add("model", parameters.ConversationModel ?? catalog.DefaultConversationModel.Value)
            .Add("input", Input(description))
            .Add("tools", new RequestValue.List([Tool(description, model, size)]))
            .Add("tool_choice", new FieldList().Add("type", "image_generation").ToGroup());
        if (parameters.PartialImages is > 0)
        {
            fields.Add("stream", new RequestValue.Flag(true));
        }

        return new ImageRequest
        {
            Endpoint = "/v1/responses",
            Encoding = RequestEncoding.Json,
            Model = model,
            Fields = fields.ToImmutable(),
            Inputs = RequestPart.All("input_image", description.Inputs),
            Mask = MaskPart.From("input_image_mask", description.Mask),
            PreviousResponse = description.PreviousStage,
            Count = 1,
            Repeat = Math.Max(1, parameters.Count ?? 1),
            Size = size,
            Notes = [],
        };
    }

    private static RequestValue.List Input(RequestDescription description)
    {
        var content = ImmutableArray.CreateBuilder<RequestValue>(description.Inputs.Length + 1);
        content.Add(new FieldList().Add("type", "input_text").Add("text", description.Prompt).ToGroup());
        foreach (RequestInput input in description.Inputs)
        {
            content.Add(
                new FieldList()
                    .Add("type", "input_image")
                    .Add("image_url", new RequestValue.Image(input.Source))
                    .ToGroup()
            );
        }

        FieldList message = new FieldList()
            .Add("role", "user")
            .Add("content", new RequestValue.List(content.MoveToImmutable()));
        return new RequestValue.List([message.ToGroup()]);
    }

    private static RequestValue.Group Tool(RequestDescription description, string model, SizeDecision size)
    {
        ImageParameters parameters = description.Parameters;
        FieldList fields = new FieldList()
            .Add("type", "image_generation")
            .Add("model", model)
            .Add("quality", parameters.Quality)
            .Add("size", size.Sent)
            .Add("output_format", parameters.Format)
            .Add("output_compression", parameters.Compression)
            .Add("moderation", parameters.Moderation)
            .Add("background", parameters.Background)
            .Add("input_fidelity", parameters.InputFidelity);
        if (description.Mask is { } mask)
        {
            var image = new RequestValue.Image(new FileInput(mask.Path));
            fields.Add("input_image_mask", new FieldList().Add("image_url", image).ToGroup());
        }

        return fields
            .Add("partial_images", parameters.PartialImages is > 0 ? parameters.PartialImages : null)
            .Add("action", description.Action == RequestAction.Edit ? "edit" : "generate")
            .Add("complexity", parameters.Complexity)
            .ToGroup();
    }
}
