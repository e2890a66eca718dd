using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Targets;

namespace PromptDsl.Cli.Verbs;

/// <summary>Shows what is known about the image models.</summary>
internal sealed class ModelsVerb : IVerb
{
    private const string Unknown = "unknown";

    private readonly Option<string> _format = new("--format")
    {
        Description = "table or json.",
        HelpName = "format",
        DefaultValueFactory = _ => "table",
    };

    public ModelsVerb()
    {
        _format.AcceptOnlyFromAmong("table", "json");
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc models", "see which models there are and until when"),
        new("promptc models --format json", "all facts, for programs"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("models", "List the image models and what is known about them.") { _format };
        command.SetAction(result => Run(result.GetValue(_format) == "json", contextOf(result)));
        return command;
    }

    private static int Run(bool asJson, CommandContext context)
    {
        ModelCatalog catalog = ModelCatalog.BuiltIn;
        if (asJson)
        {
            context.Host.Out.Write(ModelsJson.Write(catalog));
            return ExitCode.Success;
        }

        Table.Write(
            context.Host.Out,
            context.OutPaint,
            ["model", "status", "ends", "qualities", "formats", "replaced by"],
            [.. catalog.Models.Select(m => RowOf(m, catalog))]
        );
        context.Host.Out.Flush();
        context.Report(
            $"* used for files that name no model. Facts up to {Date(catalog.AsOf)}; docs/models.md has the sources."
        );
        return ExitCode.Success;
    }

    private static string[] RowOf(ImageModel model, ModelCatalog catalog) =>
        [
            model.Id + (model.Id == catalog.DefaultModel.Id ? " *" : ""),
            model.Status.TryGet(out ModelStatus status) ? status.ToString().ToLowerInvariant() : Unknown,
            model.Shutdown.TryGet(out DateOnly? shutdown) ? (shutdown is { } day ? Date(day) : "-") : Unknown,
            List(model.Qualities),
            List(model.Formats),
            List(model.Replacements),
        ];

    private static string List(Fact<ImmutableArray<string>> fact) =>
        !fact.TryGet(out ImmutableArray<string> items) ? Unknown
        : items.IsEmpty ? "-"
        : string.Join(' ', items);

    private static string Date(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
