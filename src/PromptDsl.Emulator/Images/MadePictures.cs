using System.Collections.Immutable;
using PromptDsl.Emulator.Accounting;
using PromptDsl.Emulator.Drawing;

namespace PromptDsl.Emulator.Images;

/// <summary>An order that was carried out.</summary>
internal sealed record MadePictures(
    PictureOrder Order,
    ImmutableArray<DrawnPicture> Pictures,
    ImmutableArray<DrawnPicture> Partial,
    Usage Usage
);
