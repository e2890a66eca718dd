using System.Collections.Immutable;

namespace PromptDsl.Targets;

/// <summary>
/// An image model and what was read about it. A list holds what its source documents: an empty list
/// says that nothing is documented, not that the API was seen to refuse it.
/// </summary>
public sealed record ImageModel
{
    /// <summary>The id that a request names.</summary>
    public required string Id { get; init; }

    /// <summary>Dated ids that stand for a fixed state of the model.</summary>
    public Fact<ImmutableArray<string>> Snapshots { get; init; }

    /// <summary>Whether the model is served, and for how long.</summary>
    public Fact<ModelStatus> Status { get; init; }

    /// <summary>The day on which the model stops, or null when no end is announced.</summary>
    public Fact<DateOnly?> Shutdown { get; init; }

    /// <summary>Ids of the models that OpenAI names instead, the first one first.</summary>
    public Fact<ImmutableArray<string>> Replacements { get; init; }

    /// <summary>The endpoints that serve the model.</summary>
    public ModelEndpoints Endpoints { get; init; } = new();

    /// <summary>Which sizes the model draws.</summary>
    public Fact<SizeRule> Size { get; init; }

    /// <summary>Values of <c>quality</c>.</summary>
    public Fact<ImmutableArray<string>> Qualities { get; init; }

    /// <summary>Values of <c>output_format</c>.</summary>
    public Fact<ImmutableArray<string>> Formats { get; init; }

    /// <summary>Formats in which one request gives one image, whatever <c>n</c> is elsewhere.</summary>
    public Fact<ImmutableArray<string>> SingleImageFormats { get; init; }

    /// <summary>Values of <c>background</c>.</summary>
    public Fact<ImmutableArray<string>> Backgrounds { get; init; }

    /// <summary>Backgrounds that OpenAI calls a preview for this model, and that it may refuse.</summary>
    public Fact<ImmutableArray<string>> PreviewBackgrounds { get; init; }

    /// <summary>Values of <c>moderation</c>.</summary>
    public Fact<ImmutableArray<string>> Moderations { get; init; }

    /// <summary>Values of <c>complexity</c>, the planning effort.</summary>
    public Fact<ImmutableArray<string>> Complexities { get; init; }

    /// <summary>Values of <c>input_fidelity</c>; empty when the parameter is to be left out.</summary>
    public Fact<ImmutableArray<string>> InputFidelities { get; init; }

    /// <summary>Whether every input image is read with high fidelity, without the parameter.</summary>
    public Fact<bool> AlwaysHighFidelity { get; init; }

    /// <summary>How many of the first input images high fidelity favours.</summary>
    public Fact<int> HighFidelityInputs { get; init; }

    /// <summary>Whether edits take a <c>markup</c> overlay.</summary>
    public Fact<bool> Markup { get; init; }

    /// <summary>Whether edits take a <c>mask</c>.</summary>
    public Fact<bool> Mask { get; init; }

    /// <summary>The most images that one request gives: the upper end of <c>n</c>.</summary>
    public Fact<int> MaxCount { get; init; }

    /// <summary>The most characters in a prompt.</summary>
    public Fact<int> MaxPromptChars { get; init; }

    /// <summary>The most input images of one request.</summary>
    public Fact<int> MaxInputImages { get; init; }

    /// <summary>
    /// Each input image stays below this, in megabytes; whether 10^6 or 2^20 bytes is not stated.
    /// </summary>
    public Fact<int> MaxInputMegabytes { get; init; }

    /// <summary>Formats of input images.</summary>
    public Fact<ImmutableArray<string>> InputFormats { get; init; }

    /// <summary>Whether the answer can be streamed.</summary>
    public Fact<bool> Streaming { get; init; }

    /// <summary>The most partial images that a stream shows before the finished one.</summary>
    public Fact<int> MaxPartialImages { get; init; }

    /// <summary>Whether lettering in Hangul, Kana and Han comes out readable.</summary>
    public Fact<bool> EastAsianText { get; init; }

    /// <summary>What the model costs.</summary>
    public ModelPrices Prices { get; init; } = new();

    /// <summary>How many tokens its input and output count.</summary>
    public ModelTokens Tokens { get; init; } = new();

    /// <summary>This model, with the facts of another where its own are unknown.</summary>
    internal ImageModel Over(ImageModel under) =>
        new()
        {
            Id = Id,
            Snapshots = Snapshots.Or(under.Snapshots),
            Status = Status.Or(under.Status),
            Shutdown = Shutdown.Or(under.Shutdown),
            Replacements = Replacements.Or(under.Replacements),
            Endpoints = Endpoints.Over(under.Endpoints),
            Size = Size.Or(under.Size),
            Qualities = Qualities.Or(under.Qualities),
            Formats = Formats.Or(under.Formats),
            SingleImageFormats = SingleImageFormats.Or(under.SingleImageFormats),
            Backgrounds = Backgrounds.Or(under.Backgrounds),
            PreviewBackgrounds = PreviewBackgrounds.Or(under.PreviewBackgrounds),
            Moderations = Moderations.Or(under.Moderations),
            Complexities = Complexities.Or(under.Complexities),
            InputFidelities = InputFidelities.Or(under.InputFidelities),
            AlwaysHighFidelity = AlwaysHighFidelity.Or(under.AlwaysHighFidelity),
            HighFidelityInputs = HighFidelityInputs.Or(under.HighFidelityInputs),
            Markup = Markup.Or(under.Markup),
            Mask = Mask.Or(under.Mask),
            MaxCount = MaxCount.Or(under.MaxCount),
            MaxPromptChars = MaxPromptChars.Or(under.MaxPromptChars),
            MaxInputImages = MaxInputImages.Or(under.MaxInputImages),
            MaxInputMegabytes = MaxInputMegabytes.Or(under.MaxInputMegabytes),
            InputFormats = InputFormats.Or(under.InputFormats),
            Streaming = Streaming.Or(under.Streaming),
            MaxPartialImages = MaxPartialImages.Or(under.MaxPartialImages),
            EastAsianText = EastAsianText.Or(under.EastAsianText),
            Prices = Prices.Over(under.Prices),
            Tokens = Tokens.Over(under.Tokens),
        };
}
