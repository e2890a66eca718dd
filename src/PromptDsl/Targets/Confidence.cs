namespace PromptDsl.Targets;

/// <summary>How far the statement behind a <see cref="Fact{T}"/> can be relied on.</summary>
public enum Confidence
{
    /// <summary>OpenAI's own text, current when it was read.</summary>
    Primary,

    /// <summary>OpenAI's own text, written for earlier models and not seen confirmed since.</summary>
    PrimaryOld,

    /// <summary>Somebody else's statement or measurement.</summary>
    Secondary,

    /// <summary>Arithmetic on other facts of the catalog.</summary>
    Derived,

    /// <summary>What a project says about a model of its own, or about its own access to one.</summary>
    Project,
}
