namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Transforms by their number in the file, RFC 9649 3.5.</summary>
internal enum LosslessTransformKind
{
    Predictor = 0,
    Color = 1,
    SubtractGreen = 2,
    ColorIndexing = 3,
}
