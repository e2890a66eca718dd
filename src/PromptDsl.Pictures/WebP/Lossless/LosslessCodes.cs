namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>The five codes of a part of a picture, RFC 9649 3.7.</summary>
/// <param name="Green">Literals of green, lengths and places in the colour cache.</param>
internal sealed record LosslessCodes(
    LosslessCode Green,
    LosslessCode Red,
    LosslessCode Blue,
    LosslessCode Alpha,
    LosslessCode Distance
);
