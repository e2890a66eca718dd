using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Terminal;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Cli.Verbs;

/// <summary>Shows what is known about the image models.</summary>
internal sealed class ModelsVerb : IVerb
{
    private const string Unknown = "unknown";

    private readonly Argument<string?> _model = new("model")
    {
        Description = "Show everything about this model, with its sources.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "table or json.",
        HelpName = "format",
        DefaultValueFactory = _ => "table",
    };

    private readonly AsOfOption _asOf = new();

    public ModelsVerb()
    {
        _format.AcceptOnly("table", "json");
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc models", "see which models there are and until when"),
        new("promptc models gpt-image-2", "every fact about one, and where it was read"),
        new("promptc models --as-of 2027-03-01", "see what will have ended by then"),
        new("promptc models --format json", "all facts, for programs"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("models", "List the image models and what is known about them.") { _model, _format };
        _asOf.AddTo(command);
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            ModelCatalog catalog = ConfiguredModels.CatalogOf(context.ConfigurationOf(context.Host.WorkingDirectory));
            ImageModel? model = result.GetValue(_model) is { } id ? Find(id, catalog) : null;
            DateOnly asOf = _asOf.Bind(result, context);
            if (result.GetValue(_format) == "json")
            {
                context.Host.Out.Write(ModelsJson.Write(catalog, model is null ? catalog.Models : [model], asOf));
            }
            else if (model is null)
            {
                WriteAll(catalog, asOf, context);
            }
            else
            {
                WriteOne(model, asOf, context);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static ImageModel Find(string id, ModelCatalog catalog)
    {
        if (catalog.Find(id) is { } model)
        {
            return model;
        }

        string? near = Suggestion.For(id, catalog.Models.Select(m => m.Id));
        throw new UsageException(
            $"there is no model `{id}`",
            near is null ? "`promptc models` lists them" : $"A model with a similar name is {near}"
        );
    }

    private static void WriteAll(ModelCatalog catalog, DateOnly asOf, CommandContext context)
    {
        Table.Write(
            context.Host.Out,
            context.OutPaint,
            ["model", "status", "ends", "qualities", "formats", "replaced by"],
            [.. catalog.Models.Select(m => RowOf(m, catalog, asOf))]
        );
        context.Host.Out.Flush();
        context.Report(
            $"* used for files that name no model. Facts up to {DateText.Of(catalog.AsOf)}; `promptc models MODEL` has the sources."
        );
        string[] ending = [.. catalog.Models.Where(m => ModelEnd.IsNear(m, asOf)).Select(m => SafeText.Escape(m.Id))];
        if (ending.Length > 0)
        {
            context.Report(
                $"Within {ModelEnd.NoticeDays} days of {DateText.Of(asOf)} end: {string.Join(", ", ending)}."
            );
        }
    }

    private static string[] RowOf(ImageModel model, ModelCatalog catalog, DateOnly asOf) =>
        [
            SafeText.Escape(model.Id) + (model.Id == catalog.DefaultModel.Id ? " *" : ""),
            model.Status.TryGet(out ModelStatus status) ? status.ToString().ToLowerInvariant() : Unknown,
            EndOf(model, asOf),
            List(model.Qualities),
            List(model.Formats),
            List(model.Replacements),
        ];

    private static void WriteOne(ImageModel model, DateOnly asOf, CommandContext context)
    {
        context.Host.Out.WriteLine(context.OutPaint.Bold(SafeText.Escape(model.Id)));
        if (ModelEnd.DaysUntil(model, asOf) is not null)
        {
            context.Host.Out.WriteLine($"ends {EndOf(model, asOf)}");
        }

        context.Host.Out.WriteLine();
        Table.Write(
            context.Host.Out,
            context.OutPaint,
            ["fact", "confidence", "read", "source", "value"],
            [.. ModelFacts.All.Select(f => RowOf(f, f.Of(model)))]
        );
        context.Host.Out.WriteLine();
        foreach (FactSource source in ModelFacts.All.Select(f => f.Of(model)?.Source).OfType<FactSource>().Distinct())
        {
            context.Host.Out.WriteLine($"{SafeText.Escape(source.Id)}: {SafeText.Escape(source.Title)}");
        }
    }

    // The value may be long, so it comes last.
    private static string[] RowOf(ModelFact fact, FactStatement? said) =>
        said is null
            ? [fact.Key, Unknown, "-", "-", Unknown]
            :
            [
                fact.Key,
                ConfidenceNames.Of(said.Confidence),
                said.Source.Read is { } day ? DateText.Of(day) : "-",
                SafeText.Escape(said.Source.Id),
                SafeText.Escape(FactText.Of(said)),
            ];

    private static string EndOf(ImageModel model, DateOnly asOf) =>
        !model.Shutdown.TryGet(out DateOnly? shutdown) ? Unknown
        : shutdown is not { } day ? "-"
        : ModelEnd.DaysUntil(model, asOf) is > 0 and <= ModelEnd.NoticeDays and var days
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{DateText.Of(day)} (in {days} {(days == 1 ? "day" : "days")})"
            )
        : DateText.Of(day);

    private static string List(Fact<ImmutableArray<string>> fact) =>
        !fact.TryGet(out ImmutableArray<string> items) ? Unknown
        : items.IsEmpty ? "-"
        : SafeText.Escape(string.Join(' ', items));
}
