using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Cli.Verbs;

using var host = new SystemHost();
return new App(
    host,
    [
        new NewVerb(),
        new FmtVerb(),
        new BuildVerb(),
        new ExplainVerb(),
        new ModelsVerb(),
        new ConfigVerb(),
        new CompletionVerb(),
    ]
).Run(args);
