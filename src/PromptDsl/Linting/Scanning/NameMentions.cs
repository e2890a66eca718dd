using PromptDsl.Linting.Passages;
using PromptDsl.Text;

namespace PromptDsl.Linting.Scanning;

/// <summary>The words of some passages, to find names among them; a Korean name may have particles.</summary>
internal sealed class NameMentions
{
    private const int LongestParticle = 4;

    private readonly Dictionary<string, List<(Passage Passage, int Start)>> _words = new(
        StringComparer.OrdinalIgnoreCase
    );

    public NameMentions(IEnumerable<Passage> passages)
    {
        foreach (Passage passage in passages)
        {
            foreach (TextSpan word in Words.Spans(passage.Plain))
            {
                AddForms(passage, word);
            }
        }
    }

    /// <summary>Where a name stands first, or null.</summary>
    public (Passage Passage, TextSpan Span)? Find(string name)
    {
        TextSpan first = Words.Spans(name).FirstOrDefault();
        if (_words.TryGetValue(name.Substring(first.Start, first.Length), out List<(Passage, int)>? places))
        {
            foreach ((Passage passage, int start) in places)
            {
                if (Stands(name, passage.Plain, start))
                {
                    return (passage, new TextSpan(start, name.Length));
                }
            }
        }

        return null;
    }

    private void AddForms(Passage passage, TextSpan word)
    {
        ReadOnlySpan<char> text = passage.Plain.AsSpan(word.Start, word.Length);
        int shortest = Hangul.IsSyllable(text[^1]) ? Math.Max(1, text.Length - LongestParticle) : text.Length;
        for (int length = text.Length; length >= shortest; length--)
        {
            if (KoreanParticles.CanFollow(text[length..]))
            {
                Add(text[..length].ToString(), passage, word.Start);
            }
        }
    }

    private void Add(string word, Passage passage, int start)
    {
        if (!_words.TryGetValue(word, out List<(Passage, int)>? places))
        {
            _words.Add(word, places = []);
        }

        places.Add((passage, start));
    }

    private static bool Stands(string name, string text, int start)
    {
        int end = start + name.Length;
        return text.AsSpan(start).StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (
                Hangul.IsSyllable(text[end - 1])
                    ? KoreanParticles.CanFollow(text.AsSpan(end..Hangul.EndOfRun(text, end)))
                    : end == text.Length || !char.IsLetter(text[end])
            );
    }
}
