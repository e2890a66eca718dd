using System.Buffers;

namespace PromptDsl.Linting.Scanning;

/// <summary>The marks that end parts of a text.</summary>
internal static class Punctuation
{
    public static SearchValues<char> SentenceEnds { get; } = SearchValues.Create(".;!?\n");

    public static SearchValues<char> ClauseEnds { get; } = SearchValues.Create(".;!?\n:—–()");
}
