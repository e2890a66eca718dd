using System.Net;
using System.Net.Http.Headers;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch.Wire;

namespace PromptDsl.Runtime.Sketch;

/// <summary>
/// Answers requests for pictures in the process itself, in the shape of the OpenAI API, with sketches of
/// what the running <see cref="SketchScope"/> declares. The pictures that an edit is drawn on are those in
/// the body of its request.
/// </summary>
/// <remarks>
/// A conversation goes on from the picture that this transport gave for its earlier response. Of a response
/// that it does not know, such as one of another process, no picture is at hand: the edit is then drawn
/// with everything that the earlier stages declare.
/// </remarks>
public sealed class SketchTransport : HttpMessageHandler
{
    private readonly EarlierResponses _earlier = new();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No <see cref="SketchScope"/> is open.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        SketchOrder order =
            SketchScope.Order ?? throw new InvalidOperationException("A request is sketched inside a SketchScope.");
        HttpResponseMessage response;
        try
        {
            WireRequest wire = await WireRequestReader.ReadAsync(request, cancellationToken);
            response = await Task.Run(() => Answer(order, wire, cancellationToken), cancellationToken);
        }
        catch (WireException e)
        {
            response = Respond(e.Status, "application/json", AnswerWriter.Error(e));
        }

        response.RequestMessage = request;
        return response;
    }

    private HttpResponseMessage Answer(SketchOrder order, WireRequest wire, CancellationToken cancellationToken)
    {
        Raster? previous = wire.PreviousResponseId is { } id ? _earlier.Find(id) : null;
        var artist = new SketchArtist(order, wire, previous);
        var pictures = new List<Raster>();
        for (int i = 0; i < wire.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pictures.Add(artist.Draw(i));
        }

        // The bytes of a repeated request are the same, and each has an answer of its own.
        string key = $"{wire.Id}{order.Variation:x}";
        if (wire.Route == WireRoute.Responses)
        {
            _earlier.Add(ResponseId(key), pictures[0]);
        }

        var answer = new SketchAnswer(wire, new AnswerWriter(wire, artist.Size.ToString()), ResponseId(key));
        HttpResponseMessage response = wire.IsStream
            ? Respond(HttpStatusCode.OK, "text/event-stream", answer.ToEvents(pictures))
            : Respond(HttpStatusCode.OK, "application/json", answer.ToJson(pictures));
        response.Headers.Add("x-request-id", "req_" + key);
        return response;
    }

    private static string ResponseId(string key) => "resp_" + key;

    private static HttpResponseMessage Respond(HttpStatusCode status, string type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new HttpResponseMessage(status) { Content = content };
    }
}
