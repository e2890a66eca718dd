using PromptDsl.Cli.CommandLine;
using PromptDsl.Text;

namespace PromptDsl.Cli.Findings;

/// <summary>A format and where it goes: <c>sarif</c> to standard output, <c>sarif:out.sarif</c> into a file.</summary>
internal sealed record FormatTarget(string Format, string? Path)
{
    /// <summary>Reads the values of <c>--format</c>.</summary>
    /// <exception cref="UsageException">A format is unknown, or two go to standard output.</exception>
    public static List<FormatTarget> Parse(IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return [new FormatTarget("full", null)];
        }

        List<FormatTarget> targets = [.. values.Select(ParseOne)];
        if (targets.Count(t => t.Path is null) > 1)
        {
            throw new UsageException(
                "two formats are to be written to standard output",
                "Give the others a file: --format full --format sarif:findings.sarif"
            );
        }

        return targets;
    }

    private static FormatTarget ParseOne(string value)
    {
        int colon = value.IndexOf(':');
        string name = colon < 0 ? value : value[..colon];
        if (!FindingsFormats.Names.Contains(name, StringComparer.Ordinal))
        {
            string? near = Suggestion.For(name, FindingsFormats.Names);
            string help = $"The formats are {string.Join(", ", FindingsFormats.Names)}.";
            throw new UsageException(
                $"there is no format `{name}`",
                near is null ? help : $"There is a format `{near}`. {help}"
            );
        }

        string? path = colon < 0 ? null : value[(colon + 1)..];
        return path is ""
            ? throw new UsageException($"`--format {value}` names no file", $"Write --format {name}:FILE")
            : new FormatTarget(name, path);
    }
}
