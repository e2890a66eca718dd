using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>A parameter that varies; it checks its values itself when it gets them.</summary>
internal sealed record VariedParameter(string Name, string ModulePath, SourceSpan Place) : VariedTarget(Name, Place)
{
    public override string Identity => $"{ModulePath}|{Name}";
}
