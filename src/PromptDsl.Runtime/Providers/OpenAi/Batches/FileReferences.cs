using System.Collections.Immutable;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>
/// Puts the ids of uploaded files where a request has pictures: a line of a batch carries no bytes. Edits
/// take their JSON form.
/// </summary>
/// <param name="idOf">The id of the file behind a picture.</param>
internal sealed class FileReferences(Func<InputSource, string> idOf)
{
    /// <summary>The fields of a request as a batch takes them; nothing is streamed from it.</summary>
    public ImmutableArray<RequestField> FieldsOf(ImageRequest request)
    {
        var fields = request.Fields.Where(f => f.Name is not ("stream" or "partial_images")).Select(Refer).ToList();
        if (request.Encoding == RequestEncoding.Multipart)
        {
            fields.Add(
                new RequestField("images", new RequestValue.List([.. request.Inputs.Select(i => Reference(i.Source))]))
            );
            if (request.Mask is { } mask)
            {
                fields.Add(new RequestField("mask", Reference(mask.Source)));
            }
        }

        return [.. fields];
    }

    private RequestValue.Group Reference(InputSource source) =>
        new([new RequestField("file_id", new RequestValue.Text(idOf(source)))]);

    private RequestField Refer(RequestField field) =>
        field is { Name: "image_url", Value: RequestValue.Image image }
            ? new RequestField("file_id", new RequestValue.Text(idOf(image.Source)))
            : field with
            {
                Value = Refer(field.Value),
            };

    // The image tool of a conversation has previews too.
    private RequestValue Refer(RequestValue value) =>
        value switch
        {
            RequestValue.List list => new RequestValue.List([.. list.Items.Select(Refer)]),
            RequestValue.Group group => new RequestValue.Group([
                .. group.Fields.Where(f => f.Name != "partial_images").Select(Refer),
            ]),
            _ => value,
        };
}
