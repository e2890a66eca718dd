using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace PromptDsl.Pictures.C2pa;

/// <summary>A box of a manifest store, ISO/IEC 19566-5.</summary>
/// <param name="Type">Its four letters: <c>jumb</c> for one that holds others.</param>
/// <param name="Label">Its name, where it has one.</param>
/// <param name="Children">What it holds, without its description.</param>
/// <param name="Data">Its bytes, where it holds no others.</param>
internal sealed record JumbfBox(string Type, string Label, ImmutableArray<JumbfBox> Children, byte[] Data)
{
    // A store, a manifest, its assertions, one of them, its content.
    private const int MaxDepth = 8;

    private const string Superbox = "jumb";
    private const string Description = "jumd";

    /// <summary>The boxes that stand one behind the other.</summary>
    public static ImmutableArray<JumbfBox> ReadAll(ReadOnlySpan<byte> data) => ReadAll(data, 0);

    public JumbfBox? Child(string label) => Children.FirstOrDefault(c => c.Label == label);

    private static ImmutableArray<JumbfBox> ReadAll(ReadOnlySpan<byte> data, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new PictureFormatException("its boxes are nested too deeply");
        }

        var boxes = ImmutableArray.CreateBuilder<JumbfBox>();
        while (!data.IsEmpty)
        {
            int head = ReadHead(data, out int length);
            string type = Encoding.Latin1.GetString(data[4..8]);
            ReadOnlySpan<byte> content = data[head..length];
            boxes.Add(type == Superbox ? ReadSuperbox(content, depth) : new JumbfBox(type, "", [], content.ToArray()));
            data = data[length..];
        }

        return boxes.DrainToImmutable();
    }

    // The first box describes the others.
    private static JumbfBox ReadSuperbox(ReadOnlySpan<byte> content, int depth)
    {
        ImmutableArray<JumbfBox> boxes = ReadAll(content, depth + 1);
        if (boxes.IsEmpty || boxes[0].Type != Description)
        {
            throw new PictureFormatException("a box has no description");
        }

        return new JumbfBox(Superbox, ReadLabel(boxes[0].Data), boxes.RemoveAt(0), []);
    }

    // A type of 16 bytes, flags, and with the second flag a name that ends with a zero byte.
    private static string ReadLabel(ReadOnlySpan<byte> description)
    {
        const int Flags = 16;
        if (description.Length <= Flags || (description[Flags] & 2) == 0)
        {
            return "";
        }

        ReadOnlySpan<byte> label = description[(Flags + 1)..];
        int end = label.IndexOf((byte)0);
        return end < 0
            ? throw new PictureFormatException("the name of a box does not end")
            : Encoding.UTF8.GetString(label[..end]);
    }

    // A length of four bytes that counts itself, and a type; 1 stands for a length of eight bytes behind
    // the type, 0 for all that is left.
    private static int ReadHead(ReadOnlySpan<byte> data, out int length)
    {
        ulong stated = data.Length < 8 ? ulong.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(data);
        int head = stated == 1 ? 16 : 8;
        if (stated == 0)
        {
            stated = (ulong)data.Length;
        }
        else if (stated == 1)
        {
            stated = data.Length < head ? ulong.MaxValue : BinaryPrimitives.ReadUInt64BigEndian(data[8..]);
        }

        if (stated < (ulong)head || stated > (ulong)data.Length)
        {
            throw new PictureFormatException("its boxes end early");
        }

        length = (int)stated;
        return head;
    }
}
