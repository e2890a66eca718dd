namespace PromptDsl.Linting;

/// <summary>What a rule is about; the first two digits of its code.</summary>
public enum RuleCategory
{
    Completeness = 30,
    Contradictions = 31,
    Lettering = 32,
    Composition = 33,
    Wording = 34,
    References = 35,
    Policy = 36,
    Cost = 37,
    Hygiene = 38,
}
