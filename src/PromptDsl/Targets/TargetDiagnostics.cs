using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Targets;

/// <summary>
/// Findings about models and parameters: IMG2000 to IMG2099. IMG2001 to IMG2023 keep the numbers of
/// the rules of the API; others follow from IMG2050.
/// </summary>
internal static class TargetDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor SizeCode = Codes.Error("IMG2002", "size-not-allowed");
    private static readonly DiagnosticDescriptor InputFormatCode = Codes.Error("IMG2012", "input-format");
    private static readonly DiagnosticDescriptor UnknownModelCode = Codes.Error("IMG2050", "unknown-model");
    private static readonly DiagnosticDescriptor ParameterNotSentCode = Codes.Warning("IMG2051", "parameter-not-sent");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic SizeNotAllowed(
        SourceSpan place,
        string model,
        ImageSize size,
        string reason,
        ImageSize nearest
    ) =>
        new(SizeCode, $"`{model}` does not make pictures of {size}: {reason}", new DiagnosticLabel(place, reason))
        {
            Help = $"The nearest size that it makes is {nearest}. With `aspect` the size is chosen for you.",
            Fixes = [CodeFix.Unsafe($"Write {nearest}", place.Span, nearest.ToString())],
        };

    public static Diagnostic AspectNotAllowed(SourceSpan place, string model, AspectRatio aspect) =>
        new(SizeCode, $"`{model}` makes no picture as long as {aspect}", new DiagnosticLabel(place, "too long"))
        {
            Help = "Its ratios go from 1:3 to 3:1. Make the picture in parts, or crop it afterwards.",
        };

    public static Diagnostic InputFormat(SourceSpan place, string path) =>
        new(
            InputFormatCode,
            $"`{path}` is in a format that the API does not take",
            new DiagnosticLabel(place, "not PNG, JPEG or WebP")
        )
        {
            Help = "Convert the picture to PNG, JPEG or WebP.",
        };

    public static Diagnostic UnknownModel(
        SourceSpan place,
        string model,
        string? suggestion,
        IEnumerable<string> known
    ) =>
        new(
            UnknownModelCode,
            $"the model `{model}` is not in the catalog",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not known" : $"there is a model with a similar name: `{suggestion}`"
            )
        )
        {
            Help = suggestion is null
                ? $"The models are {string.Join(", ", known)}."
                : $"Write `\"{suggestion}\"`. `promptc models` lists all of them.",
            Fixes = suggestion is null
                ? []
                : [CodeFix.Unsafe($"Write \"{suggestion}\"", place.Span, $"\"{suggestion}\"")],
        };

    public static Diagnostic ParameterNotSent(SourceSpan place, string parameter, string route) =>
        new(
            ParameterNotSentCode,
            $"`{parameter}` is not sent: {route} has no such parameter",
            new DiagnosticLabel(place, "has no effect")
        )
        {
            Help = "Remove it, or use the API that has it.",
        };
}
