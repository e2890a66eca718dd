using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Cli.Verbs;

using var host = new SystemHost();
return new App(host, VerbList.Create()).Run(args);
