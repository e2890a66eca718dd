namespace PromptDsl.Comparison.Meaning;

/// <summary>How a difference in a fact counts.</summary>
internal enum FactRole
{
    Plain,

    /// <summary>It says where something is: another value moves it.</summary>
    Position,

    /// <summary>Nobody says it; it follows from something that is compared itself.</summary>
    Implied,
}
