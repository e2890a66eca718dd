using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PromptDsl.Emulator.Accounting;
using PromptDsl.Emulator.Profiles;

namespace PromptDsl.Emulator.Http;

/// <summary>Takes a request from its bytes to its answer.</summary>
internal sealed class Exchange(
    EmulatorOptions options,
    ServerProfile profile,
    Dispatcher dispatcher,
    ErrorWriter errors,
    RateLimiter limiter,
    RequestLog log,
    Counters counters
)
{
    private const int MaxBuffer = 16 * 1024 * 1024;

    private readonly AnswerSender _sender = new(errors, options.Clock);
    private readonly KeyCheck _keys = new(profile, options.Key);
    private int _last;

    public async Task HandleAsync(HttpContext context)
    {
        long start = Stopwatch.GetTimestamp();
        Route? route = Route.Find(context.Request.Path.Value ?? "", profile.IsAzure);
        string endpoint =
            route is not null && profile.Endpoints.Contains(route.Endpoint) ? route.Endpoint : Endpoints.Unknown;
        counters.Begin(endpoint);
        int status = 0;
        try
        {
            byte[] body = await ReadAsync(context.Request).ConfigureAwait(false);
            log.Add(context.Request, endpoint, body);
            Outcome outcome = await AnswerAsync(context.Request, endpoint, route, body).ConfigureAwait(false);
            TimeSpan latency = outcome.Answer?.HasPictures == true ? options.Latency : TimeSpan.Zero;
            TimeSpan delay = latency + (outcome.Fault?.Delay ?? TimeSpan.Zero);
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, options.Clock, context.RequestAborted).ConfigureAwait(false);
            }

            WriteHeaders(context.Response.Headers, endpoint, Stopwatch.GetElapsedTime(start));
            status = await _sender.SendAsync(context, outcome).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            status = await RefuseAsync(context, e).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client went away; whatever it asked for is paid.
        }
        finally
        {
            counters.End(status);
        }
    }

    private async Task<Outcome> AnswerAsync(HttpRequest request, string endpoint, Route? route, byte[] body)
    {
        try
        {
            _keys.Check(request.Headers);
            if (endpoint == Endpoints.Unknown)
            {
                throw ApiException.NotFound($"Invalid URL ({request.Method} {request.Path})");
            }

            if (route!.Deployment is not null && !request.Query.ContainsKey("api-version"))
            {
                throw ApiException.NotFound("Resource not found: the query has no api-version.", code: "404");
            }

            return dispatcher.Dispatch(
                new ApiRequest
                {
                    Endpoint = endpoint,
                    Method = request.Method,
                    Rest = route.Rest,
                    Deployment = route.Deployment,
                    Parameters = await BodyReader.ReadAsync(request.ContentType, body).ConfigureAwait(false),
                    Query = Parameters.Of(request.Query),
                    Origin = $"{request.Scheme}://{request.Host}",
                }
            );
        }
        catch (ApiException e)
        {
            return new Outcome(errors.Answer(e.Error), null);
        }
    }

    private void WriteHeaders(IHeaderDictionary headers, string endpoint, TimeSpan elapsed)
    {
        headers["x-request-id"] =
            "req_" + Interlocked.Increment(ref _last).ToString("D8", CultureInfo.InvariantCulture);
        headers["openai-processing-ms"] = ((long)elapsed.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        if (Endpoints.MakesPictures(endpoint))
        {
            foreach (KeyValuePair<string, string> header in limiter.Headers())
            {
                headers[header.Key] = header.Value;
            }
        }
    }

    private Task<int> RefuseAsync(HttpContext context, BadHttpRequestException problem)
    {
        ApiAnswer answer = errors.Answer(new ApiError(problem.StatusCode, problem.Message));
        return _sender.SendAsync(context, new Outcome(answer, null));
    }

    // A length is only announced; memory is for what arrives.
    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, MaxBuffer));
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return buffer.ToArray();
    }
}
