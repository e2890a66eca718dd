namespace PromptDsl.Semantics;

/// <summary>What a file is for.</summary>
public enum FileRole
{
    /// <summary>It describes a picture or a pipeline.</summary>
    Picture,

    /// <summary>It has parameters without a value: other files extend it.</summary>
    Template,

    /// <summary>It only defines things for other files.</summary>
    Library,
}
