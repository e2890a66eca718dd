using PromptDsl.Targets;

namespace PromptDsl.Generator.Models;

internal sealed record FactRow(FactValue Value, SourceRow Source, Confidence Confidence);
