namespace PromptDsl.Tests.Programs;

/// <summary>What a generated file says outside its stages.</summary>
/// <param name="Said">Said in new pictures only.</param>
/// <param name="Reminder">Said again in every edit: medium, movement, mixes, palette.</param>
/// <param name="Negatives">Said in every stage.</param>
/// <param name="SentAlways">Of the references that every stage sends.</param>
/// <param name="Things">The things.</param>
internal sealed record StageBase(
    IReadOnlySet<Marker> Said,
    IReadOnlySet<Marker> Reminder,
    IReadOnlySet<Marker> Negatives,
    IReadOnlySet<Marker> SentAlways,
    IReadOnlyList<ThingPlan> Things
);
