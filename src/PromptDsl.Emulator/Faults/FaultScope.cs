using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Faults;

/// <summary>Which requests a kind of fault can happen to.</summary>
internal static class FaultScope
{
    /// <summary>Whether it can happen at an endpoint.</summary>
    public static bool Includes(FaultKind kind, string endpoint) =>
        kind switch
        {
            // Inpainting has neither a stream nor a picture in its answer.
            FaultKind.TruncatedStream
            or FaultKind.StreamError
            or FaultKind.JsonInsteadOfStream
            or FaultKind.MalformedBase64 => Endpoints.MakesPictures(endpoint) && endpoint != Endpoints.Inpainting,
            FaultKind.EmptyData or FaultKind.WrongSize or FaultKind.NotAPicture => Endpoints.MakesPictures(endpoint),
            FaultKind.FailedItem or FaultKind.FailedResponse => endpoint == Endpoints.Responses,
            FaultKind.ExpiredBatch => endpoint == Endpoints.Batches,
            _ => true,
        };

    /// <summary>Whether it can happen to a request.</summary>
    public static bool Includes(FaultKind kind, FaultSubject subject) =>
        Includes(kind, subject.Endpoint)
        && kind switch
        {
            // A line of a batch has no connection of its own.
            FaultKind.HtmlError
            or FaultKind.CutBeforeHeaders
            or FaultKind.CutAfterProcessing
            or FaultKind.CutInBody
            or FaultKind.MalformedJson => !subject.IsInBatch,
            FaultKind.TruncatedStream or FaultKind.StreamError or FaultKind.JsonInsteadOfStream => subject.IsStream,
            FaultKind.ExpiredBatch => subject.IsCreation,
            _ => true,
        };
}
