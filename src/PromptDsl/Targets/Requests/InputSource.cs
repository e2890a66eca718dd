namespace PromptDsl.Targets.Requests;

/// <summary>Where the bytes of an input image come from when the request is sent.</summary>
public abstract record InputSource
{
    private protected InputSource() { }

    /// <summary>The content type of the bytes, or null for a format that the API does not take.</summary>
    public abstract string? ContentType { get; }
}
