namespace PromptDsl.Schema;

/// <summary>Whether a block has a name, or a value.</summary>
public enum OperandRule
{
    None,
    Optional,
    Required,
}
