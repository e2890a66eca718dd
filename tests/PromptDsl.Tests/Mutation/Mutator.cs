using System.Text;
using PromptDsl.Syntax;

namespace PromptDsl.Tests.Mutation;

/// <summary>Breaks files: bytes and tokens are deleted, doubled, swapped, brought in from another file, or cut off.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly byte[][] Splinters =
    [
        [0],
        [0xFF],
        [0xC3],
        [0xED, 0xA0, 0x80],
        [.. "\r"u8],
        [.. "\uFEFF"u8],
        [.. "\u202E"u8],
        [.. "\""u8],
        [.. "\"\"\""u8],
        [.. "${"u8],
        [.. "}"u8],
        [.. "{{{{{{{{"u8],
        [.. "[[[[[[[["u8],
        [.. "/*"u8],
        [.. "\\u{"u8],
        [.. "999999999999999999999999"u8],
        [.. "😀"u8],
        [.. "한"u8],
    ];

    /// <summary>One to three changes of a file, with parts of another.</summary>
    public byte[] Mutate(byte[] file, byte[] other)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            file = random.Next(2) == 0 ? MutateBytes(file, other) : MutateTokens(file, other);
        }

        return file;
    }

    private byte[] MutateBytes(byte[] file, byte[] other)
    {
        (int start, int end) = Range(file.Length);
        byte[] part = file[start..end];
        return random.Next(7) switch
        {
            0 => [.. file[..start], .. file[end..]],
            1 => [.. file[..end], .. part, .. file[end..]],
            2 => [.. file[..start], .. part.Reverse(), .. file[end..]],
            3 => file[..start],
            4 => [.. file[..start], .. Splinters[random.Next(Splinters.Length)], .. file[start..]],
            5 => Splice(file, other, start),
            _ => Scatter(file),
        };
    }

    private byte[] Splice(byte[] file, byte[] other, int at)
    {
        (int start, int end) = Range(other.Length);
        return [.. file[..at], .. other[start..end], .. file[at..]];
    }

    private byte[] Scatter(byte[] file)
    {
        byte[] copy = [.. file];
        for (int i = random.Next(1, 5); i > 0 && copy.Length > 0; i--)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        return copy;
    }

    private byte[] MutateTokens(byte[] file, byte[] other)
    {
        List<string> tokens = Tokens(file);
        int first = random.Next(tokens.Count);
        int second = random.Next(tokens.Count);
        switch (random.Next(4))
        {
            case 0:
                tokens.RemoveAt(first);
                break;
            case 1:
                tokens.Insert(second, tokens[first]);
                break;
            case 2:
                (tokens[first], tokens[second]) = (tokens[second], tokens[first]);
                break;
            default:
                List<string> others = Tokens(other);
                tokens[first] = others[random.Next(others.Count)];
                break;
        }

        return Encoding.UTF8.GetBytes(string.Concat(tokens));
    }

    /// <summary>The tokens with the trivia before them; the last is the end of the file.</summary>
    private static List<string> Tokens(byte[] file)
    {
        SyntaxTree tree = SyntaxTree.Parse(Encoding.UTF8.GetString(file));
        return [.. tree.Root.Tokens().Select(t => tree.Source.ToString(t.FullSpan))];
    }

    /// <summary>A part of a file, most often a short one.</summary>
    private (int Start, int End) Range(int length)
    {
        int start = random.Next(length + 1);
        int longest = random.Next(4) == 0 ? length - start : Math.Min(12, length - start);
        return (start, start + random.Next(longest + 1));
    }
}
