using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>Something that varies.</summary>
/// <param name="Written">As <c>vary</c> names it: <c>season</c>, <c>style.medium</c>.</param>
internal abstract record VariedTarget(string Written, SourceSpan Place)
{
    /// <summary>Two targets with the same identity are one that varies twice.</summary>
    public abstract string Identity { get; }
}
