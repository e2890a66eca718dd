namespace PromptDsl.Targets.Requests;

/// <summary>The API that a picture is asked of.</summary>
public enum ApiRoute
{
    /// <summary>The Images API: the model gets the prompt as it is compiled.</summary>
    Images,

    /// <summary>
    /// The image generation tool of the Responses API: an earlier response carries the context, and a
    /// language model rewrites the prompt.
    /// </summary>
    Responses,
}
