namespace PromptDsl.Emulator.Faults;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>Nothing but the delays and the headers of the fault.</summary>
    None,

    /// <summary>An error is answered instead; nothing is paid.</summary>
    Error,

    /// <summary>As <see cref="Error"/>, as a page of HTML such as proxies answer with.</summary>
    HtmlError,

    /// <summary>The connection ends before the request was worked on; nothing is paid.</summary>
    CutBeforeHeaders,

    /// <summary>The pictures are made and paid, then the connection ends without a byte.</summary>
    CutAfterProcessing,

    /// <summary>The connection ends in the middle of the body; it is paid.</summary>
    CutInBody,

    /// <summary>A stream ends properly, but before its completed event; it is paid.</summary>
    TruncatedStream,

    /// <summary>A stream ends in an error event instead of the completed one.</summary>
    StreamError,

    /// <summary>JSON is answered where a stream was asked for; it is paid.</summary>
    JsonInsteadOfStream,

    /// <summary>The JSON breaks off half way, in an answer whose length is right; it is paid.</summary>
    MalformedJson,

    /// <summary>The base64 of the pictures has a character that base64 does not know; it is paid.</summary>
    MalformedBase64,

    /// <summary>The list of pictures is empty; it is paid.</summary>
    EmptyData,

    /// <summary>The pictures are half as wide and high as the answer says; it is paid.</summary>
    WrongSize,

    /// <summary>The base64 is right, but of a text; it is paid.</summary>
    NotAPicture,

    /// <summary>A response is answered with status 200 whose picture has failed; nothing is paid.</summary>
    FailedItem,

    /// <summary>A response is answered with status 200 and says that it failed; what was made is paid.</summary>
    FailedResponse,

    /// <summary>A batch expires with half of its requests done.</summary>
    ExpiredBatch,
}
