namespace PromptDsl.Targets.Requests;

/// <summary>An input image that an earlier stage produces.</summary>
/// <param name="Stage">The name of the stage.</param>
/// <param name="Format">The output format of the stage; the API's own default is <c>png</c>.</param>
public sealed record StageInput(string Stage, string Format = "png") : InputSource
{
    public override string? ContentType => InputFormat.ContentType(Format);
}
