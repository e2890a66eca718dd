namespace PromptDsl.Targets;

/// <summary>How many tokens the input and the output of a model count.</summary>
public sealed record ModelTokens
{
    /// <summary>The output tokens of one image by quality and size.</summary>
    public Fact<PerImageTable> Output { get; init; }

    /// <summary>The output tokens that each streamed partial image adds.</summary>
    public Fact<int> PerPartialImage { get; init; }

    /// <summary>How the tokens of an input image are counted.</summary>
    public Fact<InputTokenRule> Input { get; init; }

    /// <summary>All input tokens, the text included, of one reported edit of one 1024x1024 image.</summary>
    public Fact<int> ObservedEditInput { get; init; }

    internal ModelTokens Over(ModelTokens under) =>
        new()
        {
            Output = Output.Or(under.Output),
            PerPartialImage = PerPartialImage.Or(under.PerPartialImage),
            Input = Input.Or(under.Input),
            ObservedEditInput = ObservedEditInput.Or(under.ObservedEditInput),
        };
}
