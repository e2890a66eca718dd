namespace PromptDsl.Comparison;

/// <summary>What a change is about, in the order in which changes are shown.</summary>
public enum ChangeArea
{
    /// <summary>Whether the file can be compiled, and what it is for.</summary>
    File,

    /// <summary>title, version, owner, tags, license, note.</summary>
    About,

    /// <summary>Declared parameters.</summary>
    Parameters,

    /// <summary>Definitions of a file that only serves others.</summary>
    Definitions,

    /// <summary>What varies.</summary>
    Builds,

    /// <summary>Raw prose, kind of content, purpose, audience, language.</summary>
    Intent,

    /// <summary>The fields of a kind of content.</summary>
    Domain,
    Subject,
    Style,

    /// <summary>Objects, texts, regions, grids, tables, callouts.</summary>
    Details,
    Negatives,
    References,
    Stages,

    /// <summary>Parameters of the API, and the safe area.</summary>
    Technical,
    Expectations,

    /// <summary>The compiled text, where nothing that the file says explains why it differs.</summary>
    Text,
}
