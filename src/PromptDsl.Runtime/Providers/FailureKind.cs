namespace PromptDsl.Runtime.Providers;

/// <summary>Kinds of failure, by what is to be done about them.</summary>
public enum FailureKind
{
    /// <summary>A limit of requests, images or tokens a minute: wait and send again.</summary>
    RateLimited,

    /// <summary>The server is overloaded or asks to slow down: wait longer and send again.</summary>
    Overloaded,

    /// <summary>The server failed (500, 502, 503, 504, 408) with a response: send again.</summary>
    ServerError,

    /// <summary>Nothing was sent, since no connection was made: send again.</summary>
    ConnectionFailed,

    /// <summary>
    /// It was sent and no whole answer came: a cut connection, a time-out, a stream without its end, an answer that
    /// began well and says that the server failed.
    /// </summary>
    OutcomeUnknown,

    /// <summary>An answer came that cannot be read: no JSON, no picture, broken base64, not a picture.</summary>
    MalformedAnswer,

    /// <summary>Moderation refused the prompt, an input picture or the picture made.</summary>
    Moderated,

    /// <summary>No money or a spending limit: nothing can be sent any more.</summary>
    QuotaExhausted,

    /// <summary>The key is missing or wrong, or may not do this.</summary>
    Unauthorized,

    /// <summary>The model is unknown or retired.</summary>
    ModelNotFound,

    /// <summary>The request is not accepted as it is.</summary>
    BadRequest,
}
