using PromptDsl.Schema;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>A field of the file that is built; fields that templates vary are fields of that file.</summary>
/// <param name="Block">The block that it stands in; empty for the file itself.</param>
internal sealed record VariedField(string Written, string Block, KeySchema Key, SourceSpan Place)
    : VariedTarget(Written, Place)
{
    public override string Identity => $"|{Written}";
}
