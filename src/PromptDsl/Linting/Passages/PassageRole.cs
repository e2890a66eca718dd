namespace PromptDsl.Linting.Passages;

/// <summary>What a passage tells the model.</summary>
public enum PassageRole
{
    /// <summary>What is in the picture, or how it looks.</summary>
    Description,

    /// <summary>Raw prose: it may hold anything, negations and quoted copy included.</summary>
    Prose,

    /// <summary>What must not be in the picture.</summary>
    Negative,

    /// <summary>Copy that is to be written in the picture, letter by letter; no rule about wording reads it.</summary>
    Copy,

    /// <summary>What an edit changes.</summary>
    Change,

    /// <summary>What an edit leaves as it is.</summary>
    Keep,

    /// <summary>What the picture is for and for whom.</summary>
    Purpose,

    /// <summary>What is taken from a reference, or ignored in it.</summary>
    Reference,
}
