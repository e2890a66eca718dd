using System.Buffers.Binary;
using System.Globalization;
using PromptDsl.Values;

namespace PromptDsl.Assets.Formats;

/// <summary>GIF, after the specification of GIF89a: the logical screen, the frames, transparency.</summary>
internal sealed class GifReader(AssetSource source, AssetFindings findings)
{
    // GIF89a appendix A.
    private const byte ImageSeparator = 0x2C;
    private const byte ExtensionIntroducer = 0x21;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;

    private int _frames;

    public void Read()
    {
        ReadScreen();
        findings.IsAnimated = false;
        findings.HasAlpha = false;
        byte block;
        while ((block = source.ReadByte("its blocks")) != Trailer)
        {
            ReadBlock(block);
        }

        if (_frames == 0)
        {
            throw new AssetFormatException("it has no picture in it");
        }
    }

    // 18: width, height, a byte of flags, background, aspect ratio; behind the header of six bytes.
    private void ReadScreen()
    {
        Span<byte> screen = stackalloc byte[13];
        source.Read(screen, "its logical screen");
        int width = BinaryPrimitives.ReadUInt16LittleEndian(screen[6..]);
        int height = BinaryPrimitives.ReadUInt16LittleEndian(screen[8..]);
        if (width == 0 || height == 0)
        {
            throw new AssetFormatException(
                string.Create(CultureInfo.InvariantCulture, $"its logical screen is {width}×{height}")
            );
        }

        findings.Size = new ImageSize(width, height);
        SkipColorTable(screen[10]);
    }

    // 18, 20: a flag says whether a table follows, three bits its size: 2 to the power of n + 1 colours.
    private void SkipColorTable(byte flags)
    {
        if ((flags & 0x80) != 0)
        {
            source.Skip(3 << ((flags & 7) + 1), "a colour table");
        }
    }

    private void ReadBlock(byte block)
    {
        switch (block)
        {
            case ExtensionIntroducer:
                ReadExtension();
                break;
            case ImageSeparator:
                ReadFrame();
                break;
            default:
                throw new AssetFormatException(
                    string.Create(CultureInfo.InvariantCulture, $"no block begins at byte {source.Position - 1}")
                );
        }
    }

    private void ReadExtension()
    {
        byte label = source.ReadByte("an extension");

        // 23: four bytes; the lowest bit of the first says that one colour is transparent.
        if (label == GraphicControl)
        {
            byte length = source.ReadByte("an extension");
            if (length != 4)
            {
                throw new AssetFormatException("a graphic control extension has a wrong length");
            }

            bool isTransparent = (source.ReadByte("an extension") & 1) != 0;
            findings.HasAlpha |= isTransparent;
            source.Skip(3, "an extension");
        }

        SkipSubBlocks("an extension");
    }

    // 20, 22: left, top, width, height, flags; a colour table; the code size; data in sub-blocks.
    private void ReadFrame()
    {
        Span<byte> descriptor = stackalloc byte[9];
        source.Read(descriptor, "a frame");
        SkipColorTable(descriptor[8]);
        byte codeSize = source.ReadByte("a frame");
        if (codeSize is < 1 or > 8)
        {
            throw new AssetFormatException("the picture data of a frame is damaged");
        }

        SkipSubBlocks("a frame");
        findings.IsAnimated = ++_frames > 1;
    }

    // 15: a length, as many bytes, and so on to a length of 0.
    private void SkipSubBlocks(string what)
    {
        byte length;
        while ((length = source.ReadByte(what)) > 0)
        {
            source.Skip(length, what);
        }
    }
}
