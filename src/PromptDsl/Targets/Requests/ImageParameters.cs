using PromptDsl.Values;

namespace PromptDsl.Targets.Requests;

/// <summary>The parameters that a file asks for; null means that it says nothing.</summary>
public sealed record ImageParameters
{
    /// <summary>The id of the image model; by default the one of the catalog.</summary>
    public string? Model { get; init; }

    /// <summary>The ratio to choose a size for, unless <see cref="Size"/> or <see cref="AutoSize"/> is given.</summary>
    public AspectRatio? Aspect { get; init; }

    /// <summary>The size in pixels, sent as it is.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Whether the model is told to choose the size.</summary>
    public bool AutoSize { get; init; }

    /// <summary>How much work the model puts into the picture: <c>low</c>, <c>medium</c>, <c>high</c>, …</summary>
    public string? Quality { get; init; }

    /// <summary>The format of the file that comes back: <c>png</c>, <c>jpeg</c>, …</summary>
    public string? Format { get; init; }

    /// <summary>The compression of jpeg and webp in percent, 0 to 100.</summary>
    public int? Compression { get; init; }

    /// <summary><c>opaque</c>, <c>transparent</c> or <c>auto</c>.</summary>
    public string? Background { get; init; }

    /// <summary>How many pictures of the one prompt are wanted.</summary>
    public int? Count { get; init; }

    /// <summary>How strictly the API filters: <c>auto</c> or <c>low</c>.</summary>
    public string? Moderation { get; init; }

    /// <summary>How closely an edit keeps to its input images: <c>low</c> or <c>high</c>.</summary>
    public string? InputFidelity { get; init; }

    /// <summary>How many partial images are streamed; with 0 nothing is streamed.</summary>
    public int? PartialImages { get; init; }

    /// <summary>The planning effort, independent of quality: <c>low</c>, <c>medium</c> or <c>high</c>.</summary>
    public string? Complexity { get; init; }

    /// <summary>
    /// The language model that holds the conversation on <see cref="ApiRoute.Responses"/>; by default
    /// the one of the catalog.
    /// </summary>
    public string? ConversationModel { get; init; }
}
