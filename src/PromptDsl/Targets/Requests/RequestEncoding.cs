namespace PromptDsl.Targets.Requests;

/// <summary>How the body of a request is laid out.</summary>
public enum RequestEncoding
{
    /// <summary><c>application/json</c></summary>
    Json,

    /// <summary><c>multipart/form-data</c></summary>
    Multipart,
}
