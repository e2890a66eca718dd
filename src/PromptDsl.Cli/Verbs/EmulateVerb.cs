using System.CommandLine;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Emulation;

namespace PromptDsl.Cli.Verbs;

/// <summary>Runs a server that plays the image APIs.</summary>
internal sealed class EmulateVerb : IVerb
{
    private readonly Option<string?> _port = new("--port")
    {
        Description = "The port on 127.0.0.1; with 0 a free one is chosen.",
        HelpName = "number",
    };

    private readonly Option<string?> _script = new("--script")
    {
        Description = "A JSON file that says what goes wrong, and when.",
        HelpName = "file",
    };

    private readonly Option<string?> _key = new("--key")
    {
        Description = "The key that requests must carry; any if left out.",
        HelpName = "key",
    };

    private readonly Option<string> _profile = new("--profile")
    {
        Description = "The server that is played: openai, azure, localai, vllm-omni, sglang, xinference or sd-cpp.",
        HelpName = "name",
        DefaultValueFactory = _ => "openai",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text or json.",
        HelpName = "format",
        DefaultValueFactory = _ => "text",
    };

    public EmulateVerb()
    {
        // Written here as words, for the help must not load the emulator and with it ASP.NET.
        _profile.AcceptOnly("openai", "azure", "localai", "vllm-omni", "sglang", "xinference", "sd-cpp");
        _format.AcceptOnly("text", "json");
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc emulate --port 4010", "a server for a free rehearsal"),
        new("promptc emulate --script faults.json", "one that fails as the script says"),
        new("promptc emulate --profile localai", "one that deviates as LocalAI does"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("emulate", "Run a local server that plays the image APIs, faults included.")
        {
            _port,
            _script,
            _key,
            _profile,
            _format,
        };
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            var settings = new EmulationSettings(
                Port(result.GetValue(_port)),
                result.GetValue(_script),
                result.GetValue(_key),
                result.GetValue(_profile)!,
                result.GetValue(_format) == "json"
            );
            return EmulationRun.Run(settings, context);
        });
        return command;
    }

    private static int Port(string? written) =>
        written is null ? 0
        : ushort.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) ? port
        : throw new UsageException($"`--port {written}` is no port", "Give a number from 0 to 65535.");
}
