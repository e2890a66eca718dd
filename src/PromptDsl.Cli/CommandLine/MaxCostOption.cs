using System.CommandLine;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Cli.CommandLine;

/// <summary>The option that limits what a run may cost.</summary>
/// <param name="description">What happens when it would cost more.</param>
internal sealed class MaxCostOption(string description)
{
    private readonly Option<string?> _option = new("--max-cost") { Description = description, HelpName = "dollars" };

    public void AddTo(Command command) => command.Add(_option);

    /// <summary>Reads the value; null when it is left out.</summary>
    /// <exception cref="UsageException">It is no amount.</exception>
    public Money? Bind(ParseResult result) =>
        result.GetValue(_option) is not { } text ? null
        : Money.TryParse(text, out Money amount) ? amount
        : throw new UsageException($"`--max-cost {text}` is not an amount of US dollars", "Write --max-cost 0.50");
}
