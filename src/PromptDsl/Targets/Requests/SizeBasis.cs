namespace PromptDsl.Targets.Requests;

/// <summary>What the size of a request was decided from.</summary>
public enum SizeBasis
{
    /// <summary>Nothing was asked for; no size is sent.</summary>
    NotAsked,

    /// <summary>The model is told to choose.</summary>
    Auto,

    /// <summary>The file names the size, and it is sent as it is, legal or not.</summary>
    ExplicitSize,

    /// <summary>The file names a ratio, and a size was chosen for it.</summary>
    ChosenForAspect,

    /// <summary>The file names a ratio that the model cannot draw; no size is sent.</summary>
    AspectOutOfRange,

    /// <summary>The file names a ratio, and the sizes of the model are unknown; no size is sent.</summary>
    RuleUnknown,
}
