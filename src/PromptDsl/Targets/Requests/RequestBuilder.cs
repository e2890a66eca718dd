using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>Puts what a stage asks for into the form of an endpoint.</summary>
public static class RequestBuilder
{
    /// <summary>
    /// Builds the request. Model and prompt are always sent, everything else only when it was asked
    /// for; values are not checked against the model.
    /// </summary>
    /// <exception cref="ArgumentException">A stage of the Images API has a previous stage.</exception>
    public static ImageRequest Build(ModelCatalog catalog, RequestDescription description)
    {
        if (description is { Route: ApiRoute.Images, PreviousStage: not null })
        {
            throw new ArgumentException(
                "The Images API keeps no conversation that a previous stage could be of.",
                nameof(description)
            );
        }

        string id = description.Parameters.Model ?? catalog.DefaultModel.Id;
        ImageModel? model = catalog.Find(id);
        SizeDecision size = SizeDecision.For(model, description.Parameters);
        ImageRequest request =
            description.Route == ApiRoute.Responses
                ? ResponsesRequest.Build(catalog, description, id, size)
                : ImagesRequest.Build(description, id, GivesOneImage(model, description.Parameters), size);
        return request with { Notes = [.. GeneralNotes(description, id, model), .. request.Notes] };
    }

    private static bool GivesOneImage(ImageModel? model, ImageParameters parameters) =>
        model is not null
        && (
            (model.MaxCount.TryGet(out int count) && count == 1)
            || (
                parameters.Format is { } format
                && model.SingleImageFormats.TryGet(out ImmutableArray<string> formats)
                && formats.Contains(format)
            )
        );

    private static IEnumerable<RequestNote> GeneralNotes(RequestDescription description, string id, ImageModel? model)
    {
        if (model is null)
        {
            yield return new RequestNote(RequestNoteKind.UnknownModel, id);
        }

        foreach (RequestInput input in description.Inputs)
        {
            if (input.Source.ContentType is null)
            {
                string subject = input.Source is StageInput stage ? stage.Stage : ((FileInput)input.Source).Path;
                yield return new RequestNote(RequestNoteKind.UnsupportedInputFormat, subject);
            }
        }

        if (description.Mask is { } mask && new FileInput(mask.Path).ContentType is null)
        {
            yield return new RequestNote(RequestNoteKind.UnsupportedInputFormat, mask.Path);
        }
    }
}
