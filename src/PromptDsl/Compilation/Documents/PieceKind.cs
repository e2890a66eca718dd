namespace PromptDsl.Compilation.Documents;

/// <summary>Whose words a piece of a phrase is.</summary>
public enum PieceKind
{
    /// <summary>Words that the compiler adds.</summary>
    Connecting,

    /// <summary>Words of the author, unchanged.</summary>
    Text,

    /// <summary>A number of the author, as written.</summary>
    Number,
}
