using PromptDsl.Text;

namespace PromptDsl.Semantics.Values;

/// <summary>A run of text from one place.</summary>
/// <param name="Text">The text; for a picture slot its name between <c>${</c> and <c>}</c>.</param>
/// <param name="Place">Where it stands in the source; for a slot the slot.</param>
/// <param name="Picture">The reference or stage whose number in the request is to be put in, or null.</param>
public readonly record struct TextRun(string Text, SourceSpan Place, string? Picture = null);
