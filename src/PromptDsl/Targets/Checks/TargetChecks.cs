using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>Every check of requests; a check that is not in this list is not run, and a test fails.</summary>
internal static class TargetChecks
{
    public static ImmutableArray<TargetCheck> All { get; } =
    [
        new RetiredModelCheck(),
        new SizeCheck(),
        new ExperimentalSizeCheck(),
        new TransparentFormatCheck(),
        new TransparentModelCheck(),
        new NamedBackdropCheck(),
        new UnstatedTransparencyCheck(),
        new CompressionCheck(),
        new InputFidelityCheck(),
        new MaskCheck(),
        new MaskOfSeveralCheck(),
        new InputPictureCheck(),
        new PictureCountCheck(),
        new GifCheck(),
        new SvgCheck(),
        new DallEQualityCheck(),
        new QualityCheck(),
        new PromptLengthCheck(),
        new PartialImagesCheck(),
        new UnnamedModelCheck(),
        new UnpinnedModelCheck(),
        new UnknownModelCheck(),
        new ParameterNotSentCheck(),
        new ParameterNotSupportedCheck(),
        new FormatCheck(),
        new EndpointCheck(),
        new MissingPictureCheck(),
    ];

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [.. All.Select(c => c.Descriptor)];
}
