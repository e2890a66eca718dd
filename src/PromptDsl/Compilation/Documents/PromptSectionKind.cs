namespace PromptDsl.Compilation.Documents;

/// <summary>
/// The sections of a document, in the order in which an edit says them; a new picture says its input
/// pictures after the intent.
/// </summary>
public enum PromptSectionKind
{
    /// <summary>Raw prose.</summary>
    Prompt,

    /// <summary>The input pictures and what each is for.</summary>
    Images,

    /// <summary>What an edit changes.</summary>
    Change,

    /// <summary>What kind of picture it is, what for, and for whom.</summary>
    Intent,

    /// <summary>Where it is and what surrounds the subject.</summary>
    Scene,

    /// <summary>What the picture is about.</summary>
    Subject,

    /// <summary>What is in the picture, and where.</summary>
    Objects,

    /// <summary>Lettering.</summary>
    Texts,

    /// <summary>Charts and tables.</summary>
    Tables,

    /// <summary>Labels that point at something.</summary>
    Callouts,

    /// <summary>Regions, grids, and the safe area.</summary>
    Layout,

    /// <summary>How the picture looks.</summary>
    Style,

    /// <summary>What an edit leaves as it is.</summary>
    Keep,

    /// <summary>The style that an edit is reminded of.</summary>
    StyleReminder,

    /// <summary>What must not be in the picture.</summary>
    Negatives,
}
