using PromptDsl.Text;

namespace PromptDsl.Compilation.Documents;

/// <summary>A slot that names a picture that is not sent with the stage.</summary>
/// <param name="Name">The stage or reference.</param>
/// <param name="Place">The slot.</param>
public readonly record struct MissingPicture(string Name, SourceSpan Place);
