using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Requests;

/// <summary>Puts a request into a JSON body; pictures become data URLs.</summary>
internal sealed class JsonBody : IDisposable
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Utf8JsonWriter _writer;
    private readonly ImmutableArray<BodyPiece>.Builder _pieces = ImmutableArray.CreateBuilder<BodyPiece>();
    private int _taken;

    private JsonBody() => _writer = new Utf8JsonWriter(_text, RequestBodyJson.Options);

    public static RequestBody Create(ProviderRequest request)
    {
        var inputs = new InputFinder(request);
        return Create(request.Request.Fields, request.PreviousResponseId, inputs.Find);
    }

    /// <summary>A body without pictures.</summary>
    public static RequestBody Create(ImmutableArray<RequestField> fields) =>
        Create(
            fields,
            previousResponseId: null,
            _ => throw new ArgumentException("No picture is known.", nameof(fields))
        );

    private static RequestBody Create(
        ImmutableArray<RequestField> fields,
        string? previousResponseId,
        Func<InputSource, InputFile> find
    )
    {
        using var body = new JsonBody();
        RequestBodyJson.Write(body._writer, fields, previousResponseId, source => body.WriteDataUrl(find(source)));
        body.TakeText();
        return new RequestBody("application/json", body._pieces.ToImmutable());
    }

    public void Dispose() => _writer.Dispose();

    // The file stands between the two ends of one JSON string.
    private void WriteDataUrl(InputFile file)
    {
        _writer.WriteStringValueSegment($"data:{file.ContentType};base64,", isFinalSegment: false);
        TakeText();
        _pieces.Add(new BodyPiece.OfFile(file, InBase64: true));
        _writer.WriteStringValueSegment("", isFinalSegment: true);
    }

    private void TakeText()
    {
        _writer.Flush();
        _pieces.Add(new BodyPiece.Known(_text.WrittenSpan[_taken..].ToArray()));
        _taken = _text.WrittenCount;
    }
}
