using System.CommandLine;
using System.Globalization;
using PromptDsl.Cli.Linting;

namespace PromptDsl.Cli.CommandLine;

/// <summary>The options of <c>lint</c> alone.</summary>
internal sealed class LintOptionSet
{
    private readonly Option<string[]> _select = Codes("--select", "Look for these alone.");
    private readonly Option<string[]> _ignore = Codes("--ignore", "Leave these out.");
    private readonly Option<bool> _fix = Flag("--fix", "Make the safe fixes.");
    private readonly Option<bool> _unsafeFixes = Flag(
        "--unsafe-fixes",
        "Make fixes as well that may change what is asked of the model."
    );
    private readonly Option<bool> _diff = Flag("--diff", "Write nothing; show what --fix would change.");
    private readonly Option<bool> _addSuppressions = Flag(
        "--add-suppressions",
        "Suppress what is found by comments, with --reason."
    );
    private readonly Option<string?> _reason = Text("--reason", "text", "Why the findings are suppressed.");
    private readonly Option<string?> _baseline = Text("--baseline", "file", "Report only what is not in this file.");
    private readonly Option<bool> _updateBaseline = Flag(
        "--update-baseline",
        "Write what is found to the file of --baseline."
    );
    private readonly Option<string?> _changedSince = Text(
        "--changed-since",
        "revision",
        "Look only at files that changed since, and at those that use them."
    );
    private readonly Option<bool> _statistics = Flag("--statistics", "Count the findings by code instead.");
    private readonly Option<string?> _maxWarnings = Text(
        "--max-warnings",
        "number",
        "Accept as many warnings; none if left out."
    );
    private readonly Option<bool> _text = Flag("--text", "Read the files as plain prompts, whatever they are called.");
    private readonly Option<bool> _textPerLine = Flag("--text-per-line", "Read each line of a plain file as a prompt.");

    public void AddTo(Command command)
    {
        command.Add(_select);
        command.Add(_ignore);
        command.Add(_fix);
        command.Add(_unsafeFixes);
        command.Add(_diff);
        command.Add(_addSuppressions);
        command.Add(_reason);
        command.Add(_baseline);
        command.Add(_updateBaseline);
        command.Add(_changedSince);
        command.Add(_statistics);
        command.Add(_maxWarnings);
        command.Add(_text);
        command.Add(_textPerLine);
    }

    /// <summary>Reads the values.</summary>
    /// <exception cref="UsageException">A value is none, or options contradict each other.</exception>
    public LintActions Bind(ParseResult result, CommandContext context, bool showsHints)
    {
        bool isPerLine = result.GetValue(_textPerLine);
        var settings = new LintSettings(
            FindingSelection.Parse(result.GetValue(_select) ?? [], result.GetValue(_ignore) ?? [], context.Report)
        )
        {
            IsText = result.GetValue(_text) || isPerLine,
            IsTextPerLine = isPerLine,
            ChangedSince = result.GetValue(_changedSince),
            ShowsHints = showsHints,
        };
        var actions = new LintActions(settings)
        {
            Fixes = result.GetValue(_fix) || result.GetValue(_unsafeFixes) || ShowsDifference(result),
            AllowsUnsafe = result.GetValue(_unsafeFixes),
            ShowsDifference = result.GetValue(_diff),
            Reason = result.GetValue(_addSuppressions) ? result.GetValue(_reason)?.Trim() ?? "" : null,
            Baseline = result.GetValue(_baseline),
            UpdatesBaseline = result.GetValue(_updateBaseline),
            ShowsStatistics = result.GetValue(_statistics),
            MaxWarnings = result.GetValue(_maxWarnings) is { } number ? ReadNumber(number) : 0,
        };
        RefuseContradictions(actions, result.GetValue(_reason) is not null);
        return actions;
    }

    private bool ShowsDifference(ParseResult result) => result.GetValue(_diff) && !result.GetValue(_addSuppressions);

    private static void RefuseContradictions(LintActions actions, bool hasReason)
    {
        if (actions is { Reason: not null, Fixes: true })
        {
            throw new UsageException(
                "`--fix` and `--add-suppressions` exclude each other",
                "Fix first, look at what is left, then suppress it."
            );
        }

        if (actions.Reason is { } reason && (reason.Length == 0 || reason.Any(char.IsControl)))
        {
            throw new UsageException(
                "`--add-suppressions` needs a reason",
                "Write --add-suppressions --reason \"why the findings do not count\""
            );
        }

        if (hasReason && actions.Reason is null)
        {
            throw new UsageException("`--reason` is for `--add-suppressions`");
        }

        if (actions is { UpdatesBaseline: true, Baseline: null })
        {
            throw new UsageException(
                "`--update-baseline` needs the file",
                "Write --baseline lint-baseline.json --update-baseline"
            );
        }
    }

    private static int ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new UsageException($"`--max-warnings {text}` is not a number", "Write --max-warnings 10");

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    private static Option<string[]> Codes(string name, string description) =>
        new(name)
        {
            Description = description + " Codes, names, beginnings such as IMG34, or categories. Repeatable.",
            HelpName = "codes",
            AllowMultipleArgumentsPerToken = false,
        };
}
