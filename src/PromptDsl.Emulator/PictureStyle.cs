namespace PromptDsl.Emulator;

/// <summary>What pictures look like.</summary>
public enum PictureStyle
{
    /// <summary>A pattern at the size that was asked for, in colours made from prompt and ordinal.</summary>
    Pattern,

    /// <summary>The same at 16x16 pixels whatever was asked for; for measuring the client alone.</summary>
    Tiny,
}
