using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>An input image as a request carries it.</summary>
/// <param name="Name">The multipart part, or the JSON field, that carries it.</param>
/// <param name="Number">The number by which the prompt names it, counting from 1.</param>
/// <param name="Roles">What it is for.</param>
/// <param name="ContentType">The content type, or null for a format that the API does not take.</param>
/// <param name="Source">Where its bytes come from.</param>
public sealed record RequestPart(
    string Name,
    int Number,
    ImmutableArray<string> Roles,
    string? ContentType,
    InputSource Source
)
{
    /// <summary>All inputs, carried under one name.</summary>
    internal static ImmutableArray<RequestPart> All(string name, ImmutableArray<RequestInput> inputs) =>
        [
            .. inputs.Select(input => new RequestPart(
                name,
                input.Number,
                input.Roles,
                input.Source.ContentType,
                input.Source
            )),
        ];
}
