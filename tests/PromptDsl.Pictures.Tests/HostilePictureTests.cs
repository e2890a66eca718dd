using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Pictures.Tests;

/// <summary>Files that were cut off or changed on their way.</summary>
public class HostilePictureTests
{
    private const string Png = "interlaced.png";

    public static TheoryData<string> Files => [Png, .. Fixture.Names(".jpg"), .. Fixture.Names(".webp")];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_ends_early_is_refused(string name)
    {
        byte[] file = Read(name);
        for (int length = 0; length < file.Length; length++)
        {
            Assert.ThrowsAny<PictureFormatException>(() => PictureDecoder.Decode(file.AsSpan(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_changed_byte_does_no_harm(string name)
    {
        byte[] file = Read(name);
        for (int i = 0; i < file.Length; i++)
        {
            foreach (byte change in new byte[] { 0x11, 0x80 })
            {
                file[i] ^= change;
                Decode(file);
                file[i] ^= change;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Many_changed_bytes_do_no_harm(string name)
    {
        var random = new Random(1);
        for (int round = 0; round < 150; round++)
        {
            byte[] file = Read(name);
            for (int change = 0; change < 8; change++)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            Decode(file);
        }
    }

    private static byte[] Read(string name) =>
        name == Png
            ? new PngFile
            {
                Width = 13,
                Height = 11,
                IsInterlaced = true,
                Sample = (x, y, c) => (x * y * (c + 1)) & 255,
                Filter = y => y % 5,
            }.ToBytes()
            : Fixture.Read(name);

    // Anything but a picture or the one exception fails the test.
    private static void Decode(byte[] file)
    {
        try
        {
            PictureDecoder.Decode(file);
        }
        catch (PictureFormatException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }
}
