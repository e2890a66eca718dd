using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PromptDsl.Emulator.Faults;

namespace PromptDsl.Emulator.Http;

/// <summary>Puts answers on the wire, as a fault leaves them.</summary>
internal sealed class AnswerSender(ErrorWriter errors)
{
    /// <summary>Sends an answer.</summary>
    /// <returns>The status that went out, or 0 when the connection was cut before it.</returns>
    public async Task<int> SendAsync(HttpContext context, Outcome outcome)
    {
        if (outcome.Answer is not { } answer || outcome.Fault?.Kind == FaultKind.CutAfterProcessing)
        {
            context.Abort();
            return 0;
        }

        context.Response.StatusCode = answer.Status;
        WriteHeaders(context.Response.Headers, answer, outcome.Fault);
        switch (answer)
        {
            case ApiAnswer.Body body:
                await SendBodyAsync(context, body, outcome.Fault).ConfigureAwait(false);
                break;
            case ApiAnswer.Stream stream:
                await SendStreamAsync(context, stream, outcome.Fault).ConfigureAwait(false);
                break;
        }

        return answer.Status;
    }

    private static void WriteHeaders(IHeaderDictionary headers, ApiAnswer answer, Fault? fault)
    {
        if (answer.RetryAfter is { } wait)
        {
            headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            headers["retry-after-ms"] = Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        }

        foreach (KeyValuePair<string, string> header in fault?.Headers ?? [])
        {
            headers[header.Key] = header.Value;
        }
    }

    private static async Task SendBodyAsync(HttpContext context, ApiAnswer.Body body, Fault? fault)
    {
        ReadOnlyMemory<byte> bytes = fault?.Kind == FaultKind.MalformedJson ? FirstHalf(body.Bytes) : body.Bytes;
        context.Response.ContentType = body.ContentType;
        context.Response.ContentLength = bytes.Length;
        if (fault?.Kind == FaultKind.CutInBody)
        {
            await context.Response.Body.WriteAsync(FirstHalf(bytes), context.RequestAborted).ConfigureAwait(false);
            await CutAsync(context).ConfigureAwait(false);
            return;
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task SendStreamAsync(HttpContext context, ApiAnswer.Stream stream, Fault? fault)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        ImmutableArray<ServerEvent> events = Alter(stream.Events, fault);
        for (int i = 0; i < events.Length; i++)
        {
            if (i > 0 && fault?.EventDelay is { } delay && delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, context.RequestAborted).ConfigureAwait(false);
            }

            byte[] text = [.. "event: "u8, .. System.Text.Encoding.UTF8.GetBytes(events[i].Name), .. "\ndata: "u8];
            await context.Response.Body.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
            bool isCut = fault?.Kind == FaultKind.CutInBody && i == events.Length - 1;
            ReadOnlyMemory<byte> data = isCut ? FirstHalf(events[i].Data) : events[i].Data;
            await context.Response.Body.WriteAsync(data, context.RequestAborted).ConfigureAwait(false);
            if (isCut)
            {
                await CutAsync(context).ConfigureAwait(false);
                return;
            }

            await context.Response.Body.WriteAsync("\n\n"u8.ToArray(), context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    private ImmutableArray<ServerEvent> Alter(ImmutableArray<ServerEvent> events, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.TruncatedStream:
                return BeforeCompleted(events);
            case FaultKind.StreamError:
                return [.. BeforeCompleted(events), ErrorEvent(fault.ToError(), IsResponse(events))];
            case FaultKind.MalformedJson:
                return [.. events[..^1], events[^1] with { Data = FirstHalf(events[^1].Data) }];
            default:
                return events;
        }
    }

    // The Responses API has no object around its error.
    private ServerEvent ErrorEvent(ApiError error, bool isResponse) =>
        new(
            "error",
            Json.Write(json =>
            {
                json.WriteString("type", "error");
                if (isResponse)
                {
                    ErrorWriter.WriteItemError(json, error);
                    return;
                }

                json.WriteStartObject("error");
                errors.WriteError(json, error);
                json.WriteEndObject();
            })
        );

    private static bool IsResponse(ImmutableArray<ServerEvent> events) =>
        events[0].Name.StartsWith("response.", StringComparison.Ordinal);

    /// <summary>The events before the first that completes a picture.</summary>
    private static ImmutableArray<ServerEvent> BeforeCompleted(ImmutableArray<ServerEvent> events) =>
        [.. events.TakeWhile(e => !e.Name.EndsWith(".completed", StringComparison.Ordinal))];

    private static async Task CutAsync(HttpContext context)
    {
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }

    private static ReadOnlyMemory<byte> FirstHalf(ReadOnlyMemory<byte> bytes) => bytes[..(bytes.Length / 2)];
}
