using System.CommandLine;

namespace PromptDsl.Cli.CommandLine;

/// <summary>The option that says for which day models are looked at.</summary>
internal sealed class AsOfOption
{
    private readonly Option<string?> _option = new("--as-of")
    {
        Description = "The day on which requests are to be sent, for models that end; today if left out.",
        HelpName = "date",
    };

    public void AddTo(Command command) => command.Add(_option);

    /// <summary>Reads the value.</summary>
    /// <exception cref="UsageException">It is no date.</exception>
    public DateOnly Bind(ParseResult result, CommandContext context) =>
        result.GetValue(_option) is not { } text ? context.Host.Today
        : DateText.TryParse(text, out DateOnly date) ? date
        : throw new UsageException($"`--as-of {text}` is no date", "Write a date as in --as-of 2026-11-21");
}
