using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>Requests of the Images API. One with input images goes to the edits endpoint.</summary>
internal static class ImagesRequest
{
    public static ImageRequest Build(
        RequestDescription description,
        string model,
        bool givesOneImage,
        SizeDecision size
    )
    {
        bool isEdit = !description.Inputs.IsEmpty;

        // A multipart edit has no documented field for moderation; the JSON form of the same endpoint has.
        bool isMultipart = isEdit && description.Parameters.Moderation is null;
        int count = Math.Max(1, description.Parameters.Count ?? 1);
        (int perRequest, int repeat) = givesOneImage ? (1, count) : (count, 1);
        RequestMask? mask = isEdit ? description.Mask : null;
        FieldList fields = Fields(description, model, perRequest, size, isEdit);
        if (isEdit && !isMultipart)
        {
            AddImages(fields, description.Inputs, mask);
        }

        return new ImageRequest
        {
            Endpoint = isEdit ? "/v1/images/edits" : "/v1/images/generations",
            Encoding = isMultipart ? RequestEncoding.Multipart : RequestEncoding.Json,
            Model = model,
            Fields = fields.ToImmutable(),
            Inputs = RequestPart.All(InputName(isMultipart, description.Inputs.Length), description.Inputs),
            Mask = MaskPart.From("mask", mask),
            Count = perRequest,
            Repeat = repeat,
            Size = size,
            Notes = [.. Notes(description, isEdit)],
        };
    }

    private static FieldList Fields(
        RequestDescription description,
        string model,
        int count,
        SizeDecision size,
        bool isEdit
    )
    {
        ImageParameters parameters = description.Parameters;
        FieldList fields = new FieldList()
            .Add("prompt", description.Prompt)
            .Add("model", model)
            .Add("n", count > 1 ? count : null)
            .Add("quality", parameters.Quality)
            .Add("output_format", parameters.Format)
            .Add("output_compression", parameters.Compression)
            .Add("size", size.Sent)
            .Add("moderation", parameters.Moderation)
            .Add("background", parameters.Background)
            .Add("input_fidelity", isEdit ? parameters.InputFidelity : null);
        if (parameters.PartialImages is > 0)
        {
            fields.Add("partial_images", parameters.PartialImages).Add("stream", new RequestValue.Flag(true));
        }

        return fields.Add("complexity", parameters.Complexity);
    }

    private static void AddImages(FieldList fields, ImmutableArray<RequestInput> inputs, RequestMask? mask)
    {
        fields.Add("images", new RequestValue.List([.. inputs.Select(input => ImageUrl(input.Source))]));
        if (mask is not null)
        {
            fields.Add("mask", ImageUrl(new FileInput(mask.Path)));
        }
    }

    private static RequestValue ImageUrl(InputSource source) =>
        new FieldList().Add("image_url", new RequestValue.Image(source)).ToGroup();

    private static string InputName(bool isMultipart, int count) =>
        !isMultipart ? "images"
        : count == 1 ? "image"
        : "image[]";

    private static IEnumerable<RequestNote> Notes(RequestDescription description, bool isEdit)
    {
        if (isEdit && description.Parameters.Moderation is not null)
        {
            yield return new RequestNote(RequestNoteKind.JsonFormNeeded, "moderation");
        }

        if (!isEdit && description.Parameters.InputFidelity is not null)
        {
            yield return new RequestNote(RequestNoteKind.ParameterNotSent, "input_fidelity");
        }

        if (!isEdit && description.Mask is not null)
        {
            yield return new RequestNote(RequestNoteKind.ParameterNotSent, "mask");
        }
    }
}
