namespace PromptDsl.Planning;

/// <summary>What a request is called in its plan.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Build">Empty unless the file varies.</param>
/// <param name="Stage">Empty for a file without stages.</param>
public sealed record PlanKey(string File, string Build, string Stage)
{
    /// <summary>The name for people, such as <c>menu.imgp · season=spring · light</c>.</summary>
    public override string ToString() =>
        string.Join(" · ", ((IEnumerable<string>)[File, Build, Stage]).Where(part => part.Length > 0));

    /// <summary>Every stage of a plan under its name, in the order of the plan.</summary>
    internal static IEnumerable<KeyValuePair<PlanKey, PlanStage>> AllOf(RequestPlan plan) =>
        from file in plan.Files
        from build in file.Builds
        from stage in build.Stages
        select KeyValuePair.Create(new PlanKey(file.Path, build.Name, stage.Name), stage);
}
