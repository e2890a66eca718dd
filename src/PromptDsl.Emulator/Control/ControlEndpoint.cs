using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Control;

/// <summary>What is asked of the emulator itself, below <c>/emulator/</c>: without a key, and recorded nowhere.</summary>
internal sealed class ControlEndpoint(EmulatorServer server)
{
    public const string Prefix = "/emulator";

    public async Task HandleAsync(HttpContext context)
    {
        ApiAnswer.Body? answer = (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", $"{Prefix}/counters") => Json.Answer(json =>
                CountersJson.Write(json, server.Counters, server.Paid)
            ),
            ("GET", $"{Prefix}/requests") => Json.Answer(WriteRequests),
            ("POST", $"{Prefix}/reset") => Reset(),
            _ => null,
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        if (answer is not null)
        {
            context.Response.ContentType = answer.ContentType;
            context.Response.ContentLength = answer.Bytes.Length;
            await context.Response.Body.WriteAsync(answer.Bytes, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private ApiAnswer.Body Reset()
    {
        server.Reset();
        return Json.Answer(json => json.WriteBoolean("reset", true));
    }

    private void WriteRequests(Utf8JsonWriter json)
    {
        json.WriteStartArray("requests");
        foreach (RecordedRequest request in server.Requests)
        {
            json.WriteStartObject();
            json.WriteNumber("number", request.Number);
            json.WriteString("endpoint", request.Endpoint);
            json.WriteString("method", request.Method);
            json.WriteString("path", request.Path);
            json.WriteStartObject("headers");
            foreach ((string name, string value) in request.Headers)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteBase64String("body", request.Body.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
