using PromptDsl.Compilation.Documents;

namespace PromptDsl.Compilation.Wording;

/// <summary>Where a field is said, and under which label.</summary>
/// <param name="Block">The kind of the block, as in the schema.</param>
/// <param name="Key">The key, as in the schema; empty for the value of the block.</param>
/// <param name="Section">The section that says it.</param>
/// <param name="English">The label in English.</param>
/// <param name="Korean">The label in Korean.</param>
internal sealed record FieldWording(string Block, string Key, PromptSectionKind Section, string English, string Korean);
