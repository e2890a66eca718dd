using System.Text.Json.Serialization;

namespace PromptDsl.Planning;

/// <summary>What became of a request between two plans.</summary>
public enum PlanChangeKind
{
    /// <summary>The later plan alone has it.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>The earlier plan alone has it.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>It says something else, or costs something else.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,
}
