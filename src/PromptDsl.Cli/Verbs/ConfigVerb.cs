using System.CommandLine;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Terminal;
using PromptDsl.Text;

namespace PromptDsl.Cli.Verbs;

/// <summary>Shows the settings in force and where each comes from.</summary>
internal sealed class ConfigVerb : IVerb
{
    private readonly Argument<string?> _file = new("file")
    {
        Description = "The file or folder whose settings are shown; the current folder if left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "table or json.",
        HelpName = "format",
        DefaultValueFactory = _ => "table",
    };

    public ConfigVerb()
    {
        _format.AcceptOnly("table", "json");
    }

    public IReadOnlyList<Example> Examples { get; } =
    [new("promptc config show art/poster.imgp", "see which settings apply to a file, and why")];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var show = new Command("show", "Show the settings in force and where each comes from.") { _file, _format };
        show.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            return Run(result.GetValue(_file) ?? ".", result.GetValue(_format) == "json", context);
        });
        return new Command("config", "Look at the configuration.") { show };
    }

    private static int Run(string path, bool asJson, CommandContext context)
    {
        string absolute = context.AbsolutePath(path);
        if (!Path.Exists(absolute))
        {
            throw new UsageException($"`{path}` does not exist");
        }

        string folder = Directory.Exists(absolute) ? absolute : Path.GetDirectoryName(absolute)!;
        ConfigurationFile configuration = context.ConfigurationOf(folder);
        List<SettingInForce> settings = SettingsInForce.Of(configuration, context);
        if (asJson)
        {
            context.Host.Out.Write(ToJson(configuration, settings, context));
            return ExitCode.Success;
        }

        string chain = string.Join(", which extends ", configuration.Chain.Select(context.DisplayPath));
        context.Host.Out.WriteLine(chain.Length > 0 ? $"From {chain}:" : "No configuration file applies:");
        Table.Write(
            context.Host.Out,
            context.OutPaint,
            ["setting", "value", "from"],
            settings.ConvertAll(s => new[] { s.Key, SafeText.Escape(s.Value ?? "-"), SafeText.Escape(s.Origin) })
        );
        return ExitCode.Success;
    }

    private static string ToJson(
        ConfigurationFile configuration,
        List<SettingInForce> settings,
        CommandContext context
    ) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema", JsonOutput.Schema);
            json.WriteStartArray("files");
            foreach (string file in configuration.Chain)
            {
                json.WriteStringValue(context.DisplayPath(file));
            }

            json.WriteEndArray();
            json.WriteStartArray("settings");
            foreach (SettingInForce setting in settings)
            {
                json.WriteStartObject();
                json.WriteString("key", setting.Key);
                json.WriteString("value", setting.Value);
                json.WriteString("from", setting.Origin);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
}
