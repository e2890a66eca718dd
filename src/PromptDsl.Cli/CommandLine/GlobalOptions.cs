using System.CommandLine;
using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.CommandLine;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<string> _color = new("--color")
    {
        Description = "Colour the output: auto, always or never.",
        HelpName = "when",
        Recursive = true,
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Write nothing but findings and errors.",
        Recursive = true,
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = "Use this configuration instead of the nearest promptc.yaml.",
        HelpName = "file",
        Recursive = true,
    };

    private readonly Option<bool> _isolated = new("--isolated")
    {
        Description = "Use no configuration file.",
        Recursive = true,
    };

    public GlobalOptions()
    {
        _color.AcceptOnly("auto", "always", "never");
    }

    public void AddTo(Command root)
    {
        root.Add(_color);
        root.Add(_quiet);
        root.Add(_config);
        root.Add(_isolated);
    }

    /// <summary>Reads the values.</summary>
    /// <exception cref="UsageException">Two options contradict each other.</exception>
    public GlobalSettings Bind(ParseResult result)
    {
        ColorChoice color = result.GetValue(_color) switch
        {
            "always" => ColorChoice.Always,
            "never" => ColorChoice.Never,
            _ => ColorChoice.Auto,
        };
        var settings = new GlobalSettings(
            color,
            result.GetValue(_quiet),
            result.GetValue(_config),
            result.GetValue(_isolated)
        );
        return settings is { Config: not null, IsIsolated: true }
            ? throw new UsageException("`--config` and `--isolated` exclude each other")
            : settings;
    }
}
