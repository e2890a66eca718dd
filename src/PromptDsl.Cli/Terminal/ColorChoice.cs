namespace PromptDsl.Cli.Terminal;

internal enum ColorChoice
{
    Auto,
    Always,
    Never,
}
