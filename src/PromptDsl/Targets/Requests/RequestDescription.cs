using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>What one stage asks for, before it is put into the form of an endpoint.</summary>
public sealed record RequestDescription
{
    /// <summary>The compiled prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>Whether it makes a new picture or changes one.</summary>
    public required RequestAction Action { get; init; }

    /// <summary>The API that is asked; by default the Images API.</summary>
    public ApiRoute Route { get; init; }

    /// <summary>What the file asks for beside the prompt.</summary>
    public ImageParameters Parameters { get; init; } = new();

    /// <summary>The input images in the order in which they are sent.</summary>
    public ImmutableArray<RequestInput> Inputs { get; init; } = [];

    /// <summary>What limits an edit of the first input image.</summary>
    public RequestMask? Mask { get; init; }

    /// <summary>
    /// The stage whose response this one continues. Only <see cref="ApiRoute.Responses"/> has one.
    /// </summary>
    public string? PreviousStage { get; init; }
}
