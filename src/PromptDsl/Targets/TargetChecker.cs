using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Targets.Checks;

namespace PromptDsl.Targets;

/// <summary>Reports what a model or an API cannot do with the requests of a file.</summary>
internal sealed class TargetChecker(DiagnosticBag diagnostics, CompilerOptions options, AssetLookup assets)
{
    private readonly ImmutableArray<TargetCheck> _checks =
    [
        .. TargetChecks.All.Where(c => !c.Descriptor.IsOptIn || options.Enabled.Contains(c.Descriptor.Code)),
    ];

    public void Check(ImmutableArray<CompiledStage> stages)
    {
        bool hasErrors = diagnostics.HasErrors;
        foreach (CompiledStage stage in stages)
        {
            var context = new TargetContext(stage, stages, options, assets) { HasErrors = hasErrors };
            foreach (TargetCheck check in _checks)
            {
                diagnostics.AddRange(check.Check(context));
            }
        }
    }
}
