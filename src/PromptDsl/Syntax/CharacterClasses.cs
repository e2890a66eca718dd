using System.Runtime.CompilerServices;

namespace PromptDsl.Syntax;

/// <summary>What the lexer asks of every character, as one look into a table; only ASCII is in it.</summary>
internal static class CharacterClasses
{
    private const byte Start = 1;
    private const byte Part = 2;
    private const byte Token = 4;

    private static readonly byte[] Table = CreateTable();

    /// <summary>An ASCII letter or <c>_</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIdentifierStart(char c) => Has(c, Start);

    /// <summary>An ASCII letter, a digit, <c>_</c> or <c>-</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIdentifierPart(char c) => Has(c, Part);

    /// <summary>An ASCII character that is neither white space nor can begin a comment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool BeginsToken(char c) => Has(c, Token);

    // The table has 256 entries, so that the look needs no check of bounds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(char c, byte flag) => c < 256 && (Table[(byte)c] & flag) != 0;

    private static byte[] CreateTable()
    {
        byte[] table = new byte[256];
        for (char c = '!'; c <= '~'; c++)
        {
            bool start = char.IsAsciiLetter(c) || c == '_';
            bool part = start || char.IsAsciiDigit(c) || c == '-';
            table[c] = (byte)((start ? Start : 0) | (part ? Part : 0) | (c is '/' or '#' ? 0 : Token));
        }

        return table;
    }
}
