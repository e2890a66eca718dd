using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Compilation;

/// <summary>A stage as it will be sent.</summary>
/// <param name="Model">What the stage says, with everything put together.</param>
/// <param name="Prompt">The text.</param>
/// <param name="Request">The request of the API.</param>
public sealed record CompiledStage(Stage Model, CompiledPrompt Prompt, ImageRequest Request)
{
    /// <summary>The name in the file; empty for a file without stages.</summary>
    public string Name => Model.Name;

    /// <summary>Optional pictures that do not exist, with the numbers that they would have.</summary>
    public ImmutableArray<InputPicture> LeftOut { get; init; } = [];

    /// <summary>Where the text names a picture that is left out.</summary>
    internal ImmutableArray<MissingPicture> NamedLeftOut { get; init; } = [];

    /// <summary>Whether it changes a picture rather than making a new one.</summary>
    public bool IsEdit => Model.IsEdit;
}
