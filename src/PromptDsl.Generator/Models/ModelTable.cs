using System.Collections.Immutable;

namespace PromptDsl.Generator.Models;

/// <summary>What <c>models.yaml</c> says, checked, with each value ready to be written.</summary>
internal sealed record ModelTable(
    DateOnly AsOf,
    ImmutableArray<SourceRow> Sources,
    DefaultRow DefaultModel,
    DefaultRow DefaultConversationModel,
    ImmutableArray<ModelRow> Models
);
