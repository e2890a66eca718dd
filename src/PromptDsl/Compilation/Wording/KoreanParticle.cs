namespace PromptDsl.Compilation.Wording;

/// <summary>
/// Chooses the form of a Korean particle by the last sound of the word before it: the final consonant of a
/// Hangul syllable, the way a digit is read, the name of a Latin letter.
/// </summary>
internal static class KoreanParticle
{
    private const int Rieul = 8;

    // What a last digit ends in when it is read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구.
    private static ReadOnlySpan<byte> DigitFinals => [21, Rieul, 0, 16, 0, 0, 1, Rieul, Rieul, 0];

    /// <summary>은 or 는.</summary>
    public static string Topic(string word) => FinalOf(word) == 0 ? "는" : "은";

    /// <summary>이 or 가.</summary>
    public static string Subject(string word) => FinalOf(word) == 0 ? "가" : "이";

    /// <summary>을 or 를.</summary>
    public static string Object(string word) => FinalOf(word) == 0 ? "를" : "을";

    /// <summary>과 or 와.</summary>
    public static string And(string word) => FinalOf(word) == 0 ? "와" : "과";

    /// <summary>으로 or 로; after ㄹ it is 로.</summary>
    public static string Direction(string word) => FinalOf(word) is 0 or Rieul ? "로" : "으로";

    /// <summary>The index of the final consonant, 0 for none, as in the composition of Hangul syllables.</summary>
    private static int FinalOf(string word)
    {
        for (int i = word.Length - 1; i >= 0; i--)
        {
            char c = word[i];
            switch (c)
            {
                case >= '가' and <= '힣':
                    return (c - '가') % 28;
                case '%' or '％':
                    return 0; // 퍼센트
                case >= '0' and <= '9':
                    return FinalOfNumber(word, i);
                case (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'):
                    return FinalOfLatin(word, i);
                default:
                    if (char.IsLetter(c))
                    {
                        return 0;
                    }

                    break; // closing quotes, brackets, points: look further left
            }
        }

        return 0;
    }

    private static int FinalOfNumber(string word, int last)
    {
        int zeros = 0;
        while (last - zeros >= 0 && word[last - zeros] == '0')
        {
            zeros++;
        }

        bool isRound = zeros > 0 && last - zeros >= 0 && char.IsAsciiDigit(word[last - zeros]);
        return !isRound
            ? DigitFinals[word[last] - '0']
            : zeros switch
            {
                1 => 17, // 십
                2 => 1, // 백
                3 => 4, // 천
                < 8 => 4, // 만
                _ => 1, // 억
            };
    }

    // A lone letter is read by its name (엘, 엠, 엔, 알 end in a consonant); a word by its last letters.
    private static int FinalOfLatin(string word, int last)
    {
        char c = char.ToLowerInvariant(word[last]);
        bool isWord = last > 0 && char.IsAsciiLetterLower(word[last]) && char.IsAsciiLetter(word[last - 1]);
        return c switch
        {
            'l' => Rieul,
            'r' when !isWord => Rieul,
            'm' => 16,
            'n' => 4,
            'g' when isWord && EndsInNg(word, last) => 21,
            'b' or 'p' when isWord => 17,
            'c' or 'k' when isWord => 1,
            't' when isWord => 19,
            _ => 0,
        };
    }

    private static bool EndsInNg(string word, int last) => last > 0 && word[last - 1] is 'n' or 'N' && last > 1;
}
