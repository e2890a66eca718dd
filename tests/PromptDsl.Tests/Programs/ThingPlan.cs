namespace PromptDsl.Tests.Programs;

/// <summary>A thing of a generated program.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="Introduction">Its description or copy, by which an edit calls it.</param>
internal sealed record ThingPlan(string? Name, Marker Introduction)
{
    /// <summary>Everything that it says where it is described: its introduction and its fields.</summary>
    public HashSet<Marker> Said { get; } = [];

    /// <summary>The things that it names.</summary>
    public HashSet<string> Targets { get; } = [];
}
