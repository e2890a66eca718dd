using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>Puts the pictures of a request into its answer.</summary>
internal sealed class SketchAnswer(WireRequest request, AnswerWriter json, string responseId)
{
    /// <summary>The answer as one JSON document.</summary>
    public byte[] ToJson(IReadOnlyList<Raster> pictures) =>
        request.Route == WireRoute.Responses
            ? json.Response(responseId, Encode(pictures[0]))
            : json.Images(pictures.Select(Encode));

    /// <summary>The answer as a stream: unfinished pictures first, then the finished one.</summary>
    public byte[] ToEvents(IReadOnlyList<Raster> pictures)
    {
        var events = new EventStream();
        if (request.Route == WireRoute.Responses)
        {
            AddResponseEvents(events, pictures[0]);
        }
        else
        {
            string family = request.Route == WireRoute.Edits ? "image_edit" : "image_generation";
            foreach (Raster picture in pictures)
            {
                AddImageEvents(events, family, picture);
            }
        }

        return events.ToArray();
    }

    private void AddImageEvents(EventStream events, string family, Raster picture)
    {
        for (int i = 0; i < request.PartialImages; i++)
        {
            string partial = family + ".partial_image";
            events.Add(partial, json.ImageEvent(partial, Encode(SketchArtist.Coarsen(picture, i)), i));
        }

        string completed = family + ".completed";
        events.Add(completed, json.ImageEvent(completed, Encode(picture), null));
    }

    private void AddResponseEvents(EventStream events, Raster picture)
    {
        const string Created = "response.created";
        const string Partial = "response.image_generation_call.partial_image";
        const string ItemDone = "response.output_item.done";
        const string Completed = "response.completed";
        int sequence = 0;
        events.Add(Created, json.ResponseEvent(Created, responseId, null, sequence++));
        for (int i = 0; i < request.PartialImages; i++)
        {
            byte[] coarse = Encode(SketchArtist.Coarsen(picture, i));
            events.Add(Partial, json.PartialEvent(Partial, responseId, coarse, i, sequence++));
        }

        byte[] file = Encode(picture);
        events.Add(ItemDone, json.ItemEvent(ItemDone, responseId, file, sequence++));
        events.Add(Completed, json.ResponseEvent(Completed, responseId, file, sequence));
    }

    private byte[] Encode(Raster picture) =>
        SketchFile.Encode(picture, request.OutputFormat, request.OutputCompression);
}
