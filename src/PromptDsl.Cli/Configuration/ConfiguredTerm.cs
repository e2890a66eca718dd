namespace PromptDsl.Cli.Configuration;

/// <summary>A word or phrase that a project adds to the lexicon.</summary>
/// <param name="Set">The set, such as <c>vague-wording</c>.</param>
/// <param name="Group">The value within the set that it stands for.</param>
/// <param name="Pattern">The phrase, and where it stands.</param>
internal sealed record ConfiguredTerm(string Set, string Group, ConfiguredValue Pattern)
{
    public string FullName => $"{ConfigurationKeys.Lexicon}.{Set}.{Group}";
}
