using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Profiles;

/// <summary>Fits requests, which are made for OpenAI, to another server.</summary>
internal sealed class RequestAdapter(CompatibilityProfile profile)
{
    /// <summary>Why the server cannot carry a request out, or null when it can.</summary>
    public string? Refuses(ImageRequest request)
    {
        if (InpaintingFor(request) is not null)
        {
            return request is not { Inputs: [_], Mask: not null, Count: 1 }
                ? $"{profile.Title} edits one picture at a time, and only with a mask."
                : RefusesFormat(request);
        }

        return !profile.Endpoints.Contains(request.Endpoint) ? $"{profile.Title} has no {request.Endpoint}."
            : request.Inputs.FirstOrDefault(i => profile.MissingInputTypes.Contains(i.ContentType ?? "")) is { } input
                ? $"{profile.Title} takes no picture of the type {input.ContentType}."
            : RefusesFormat(request);
    }

    private string? RefusesFormat(ImageRequest request)
    {
        string? format = request.FindText("output_format");
        return
            format is not null
            && (
                profile.MissingFormats.Contains(format)
                || (IsEdit(request) && profile.MissingEditFormats.Contains(format))
            )
            ? $"{profile.Title} makes no {format}{(IsEdit(request) ? " of an edit" : "")}."
            : null;
    }

    /// <summary>The request as the server takes it. The bytes of a mask are not changed here.</summary>
    public ImageRequest Adapt(ImageRequest request)
    {
        if (InpaintingFor(request) is { } form)
        {
            return request with
            {
                Endpoint = form.Endpoint,
                Encoding = RequestEncoding.Multipart,
                Fields = [.. request.Fields.Where(field => form.Fields.Contains(field.Name))],
                Inputs = [.. request.Inputs.Select(i => i with { Name = "image" })],
                Mask = request.Mask! with { Name = profile.MaskPart },
            };
        }

        bool becomesMultipart = IsEdit(request) && request.Encoding == RequestEncoding.Json && !profile.TakesJsonEdits;
        bool isMultipart = becomesMultipart || request.Encoding == RequestEncoding.Multipart;
        IEnumerable<RequestField> fields = request
            .Fields.Where(field => !IsLeftOut(field) && !(becomesMultipart && field.Name is "images" or "mask"))
            .Select(Escape);
        if (profile.AsksForBase64 && request.Endpoint != "/v1/responses")
        {
            fields = fields.Append(new RequestField("response_format", new RequestValue.Text("b64_json")));
        }

        string part = profile.ImagePart ?? (request.Inputs.Length > 1 ? "image[]" : "image");
        return request with
        {
            Encoding = isMultipart ? RequestEncoding.Multipart : RequestEncoding.Json,
            Fields = [.. fields],
            Inputs = isMultipart ? [.. request.Inputs.Select(i => i with { Name = part })] : request.Inputs,
            Mask = isMultipart && request.Mask is { } mask ? mask with { Name = profile.MaskPart } : request.Mask,
        };
    }

    private InpaintingForm? InpaintingFor(ImageRequest request) => IsEdit(request) ? profile.Inpainting : null;

    private static bool IsEdit(ImageRequest request) => request.Endpoint == "/v1/images/edits";

    private bool IsLeftOut(RequestField field) =>
        profile.LeftOut.Contains(field.Name)
        || (profile.MisreadsAutoSize && field is { Name: "size", Value: RequestValue.Text { Value: "auto" } });

    private RequestField Escape(RequestField field) =>
        field is { Name: "prompt", Value: RequestValue.Text prompt }
            ? field with
            {
                Value = new RequestValue.Text(
                    profile.Escapes.Aggregate(
                        prompt.Value,
                        (text, escape) => text.Replace(escape.Text, escape.Replacement, StringComparison.Ordinal)
                    )
                ),
            }
            : field;
}
