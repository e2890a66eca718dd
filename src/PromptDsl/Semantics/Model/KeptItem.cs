using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>Something that an edit leaves as it is.</summary>
/// <param name="Thing">A named thing, or null.</param>
/// <param name="Text">Words, or null.</param>
/// <param name="Place">Where it is said; for the default list, where the thing is declared.</param>
public sealed record KeptItem(Thing? Thing, AuthoredText? Text, SourceSpan Place);
