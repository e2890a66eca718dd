using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Locking;
using PromptDsl.Targets;

namespace PromptDsl;

/// <summary>What is said from outside about a compilation.</summary>
public sealed record CompilerOptions
{
    public static CompilerOptions Default { get; } = new();

    /// <summary>Values for the file's parameters, by name; read by the declared type.</summary>
    public ImmutableArray<ParameterBinding> Parameters { get; init; } = [];

    /// <summary>Replaces the model of every stage.</summary>
    public string? Model { get; init; }

    /// <summary>The model for stages that name none.</summary>
    public string? DefaultModel { get; init; }

    /// <summary>The quality for stages that name none.</summary>
    public string? DefaultQuality { get; init; }

    /// <summary>Replaces the locale of the file: <c>en</c> or <c>ko</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The locale of files that name none.</summary>
    public string? DefaultLocale { get; init; }

    /// <summary>The models that are known; by default those that come with the compiler.</summary>
    public ModelCatalog Catalog { get; init; } = ModelCatalog.BuiltIn;

    /// <summary>Which dated states of models are sent; without it the models are sent as they are named.</summary>
    public IModelPins? Pins { get; init; }

    /// <summary>The date on which the requests are to be sent; without it nothing is said about retirement.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Looks at picture files; without it nothing is said about them.</summary>
    public IAssetInspector? Assets { get; init; }

    /// <summary>The codes of findings that are not reported unless they are named here.</summary>
    public ImmutableHashSet<string> Enabled { get; init; } = [];

    /// <summary>How the compiled text is laid out.</summary>
    public IPromptDialect? Dialect { get; init; }
}
