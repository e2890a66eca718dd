using PromptDsl.Cli.CommandLine;

namespace PromptDsl.Cli.Verbs;

/// <summary>The verbs, in the order of the help.</summary>
internal static class VerbList
{
    public static IReadOnlyList<IVerb> Create() =>
        [
            new NewVerb(),
            new FmtVerb(),
            new LintVerb(),
            new BuildVerb(),
            new RunVerb(),
            new RunsVerb(),
            new PlanVerb(),
            new DiffVerb(),
            new ExplainVerb(),
            new ModelsVerb(),
            new EmulateVerb(),
            new ConfigVerb(),
            new CompletionVerb(),
        ];
}
