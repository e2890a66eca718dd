namespace PromptDsl.Linting.Scanning;

/// <summary>A script of letters, as far as rules tell scripts apart.</summary>
internal enum WritingScript
{
    /// <summary>Digits, punctuation, signs, and letters of scripts that no rule speaks of.</summary>
    Other,
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Indic,
    Thai,
    Lao,
    Khmer,
    Burmese,
    Tibetan,
    Ethiopic,
    Hangul,
    Kana,
    Han,
}
