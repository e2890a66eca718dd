namespace PromptDsl.Assets.Png;

/// <summary>Colour types, PNG (3rd edition) 11.2.1.</summary>
internal enum PngColor : byte
{
    Grey = 0,
    TrueColor = 2,
    Indexed = 3,
    GreyAlpha = 4,
    TrueColorAlpha = 6,
}
