using System.Text.Json.Serialization;

namespace PromptDsl.Planning;

/// <summary>A plan as it is written to a file, see <c>docs/schemas/plan.schema.json</c>.</summary>
/// <param name="Schema">The version of the form.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Comparison">What is different from an earlier plan; left out unless one was given.</param>
internal sealed record PlanDocument(
    int Schema,
    RequestPlan Plan,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlanComparison? Comparison = null
);
