using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Linting.Scanning;

/// <summary>The words of a text.</summary>
internal static class TextWords
{
    /// <summary>The runs of letters, digits and apostrophes, in order.</summary>
    public static ImmutableArray<TextSpan> In(string text)
    {
        var words = ImmutableArray.CreateBuilder<TextSpan>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isWord =
                i < text.Length
                && (
                    char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || (text[i] is '\'' or '’' && start >= 0)
                );
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                words.Add(TextSpan.FromBounds(start, i));
                start = -1;
            }
        }

        return words.ToImmutable();
    }
}
