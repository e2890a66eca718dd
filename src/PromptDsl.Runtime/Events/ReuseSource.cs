namespace PromptDsl.Runtime.Events;

/// <summary>Where pictures come from that need not be asked for.</summary>
public enum ReuseSource
{
    /// <summary>The cache.</summary>
    Cache,

    /// <summary>The record of the run that is resumed.</summary>
    Run,

    /// <summary>The output folder, for stages before the one to begin at.</summary>
    Output,
}
