namespace PromptDsl.Linting.Scanning;

/// <summary>What may follow a term within its word.</summary>
internal enum Inflection
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A regular English ending.</summary>
    English,

    /// <summary>An English ending after a stem whose last letter changed; the bare stem is no word.</summary>
    EnglishChanged,

    /// <summary>Korean particles.</summary>
    KoreanNoun,

    /// <summary>Any Korean ending.</summary>
    KoreanStem,
}
