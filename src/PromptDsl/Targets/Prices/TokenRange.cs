namespace PromptDsl.Targets.Prices;

/// <summary>A number of tokens; <see cref="Expected"/> is null where nothing says what is likely.</summary>
public sealed record TokenRange(int Low, int? Expected, int High)
{
    public static TokenRange Exactly(int tokens) => new(tokens, tokens, tokens);
}
