using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Requests;

/// <summary>Puts the fields of a request into a JSON body; pictures become data URLs.</summary>
internal sealed class JsonBody : IDisposable
{
    // Korean and quotes stay as they are: the body is not part of a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Utf8JsonWriter _writer;
    private readonly InputFinder _inputs;
    private readonly ImmutableArray<BodyPiece>.Builder _pieces = ImmutableArray.CreateBuilder<BodyPiece>();
    private int _taken;

    private JsonBody(InputFinder inputs)
    {
        _inputs = inputs;
        _writer = new Utf8JsonWriter(_text, Options);
    }

    public static RequestBody Create(ProviderRequest request)
    {
        using var body = new JsonBody(new InputFinder(request));
        body.WriteRequest(request);
        return new RequestBody("application/json", body._pieces.ToImmutable());
    }

    public void Dispose() => _writer.Dispose();

    private void WriteRequest(ProviderRequest request)
    {
        _writer.WriteStartObject();
        WriteFields(request.Request.Fields);
        if (request.PreviousResponseId is { } id)
        {
            _writer.WriteString("previous_response_id", id);
        }

        _writer.WriteEndObject();
        TakeText();
    }

    private void WriteFields(ImmutableArray<RequestField> fields)
    {
        foreach (RequestField field in fields)
        {
            _writer.WritePropertyName(field.Name);
            WriteValue(field.Value);
        }
    }

    private void WriteValue(RequestValue value)
    {
        switch (value)
        {
            case RequestValue.Text text:
                _writer.WriteStringValue(text.Value);
                break;
            case RequestValue.Number number:
                _writer.WriteNumberValue(number.Value);
                break;
            case RequestValue.Flag flag:
                _writer.WriteBooleanValue(flag.Value);
                break;
            case RequestValue.Image image:
                WriteDataUrl(_inputs.Find(image.Source));
                break;
            case RequestValue.List list:
                _writer.WriteStartArray();
                foreach (RequestValue item in list.Items)
                {
                    WriteValue(item);
                }

                _writer.WriteEndArray();
                break;
            case RequestValue.Group group:
                _writer.WriteStartObject();
                WriteFields(group.Fields);
                _writer.WriteEndObject();
                break;
        }
    }

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
