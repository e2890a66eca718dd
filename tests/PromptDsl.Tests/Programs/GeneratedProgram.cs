namespace PromptDsl.Tests.Programs;

/// <summary>A program without errors, and what its prompts must say.</summary>
/// <param name="Text">The source.</param>
/// <param name="All">Every marker of it.</param>
/// <param name="Stages">By the name of a stage, the markers that its prompt says.</param>
/// <param name="Varied">Markers of which each build says one in new pictures: the first build the first.</param>
internal sealed record GeneratedProgram(
    string Text,
    IReadOnlyList<Marker> All,
    IReadOnlyDictionary<string, IReadOnlySet<Marker>> Stages,
    IReadOnlyList<Marker> Varied
)
{
    public override string ToString() => Text;
}
