using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;

namespace PromptDsl.Cli.Linting;

/// <summary>Which findings a run is about: <c>--select</c> and <c>--ignore</c>.</summary>
internal sealed class FindingSelection
{
    private FindingSelection(ImmutableHashSet<string> disabled)
    {
        Disabled = disabled;
    }

    /// <summary>The codes that are left out.</summary>
    public ImmutableHashSet<string> Disabled { get; }

    /// <summary>Reads codes, names, beginnings of codes and categories; commas may stand between them.</summary>
    /// <param name="select">What is looked at; everything when nothing is said.</param>
    /// <param name="ignore">What is left out of it.</param>
    /// <param name="note">Takes what a person should know, such as that a name is a former one.</param>
    /// <exception cref="UsageException">Something names no finding, or an error of the language.</exception>
    public static FindingSelection Parse(IEnumerable<string> select, IEnumerable<string> ignore, Action<string> note)
    {
        string[] named = [.. select];
        DiagnosticDescriptor[] selected = [.. Expand(named, "--select", note)];
        DiagnosticDescriptor[] ignored = [.. Expand(ignore, "--ignore", note)];
        IEnumerable<DiagnosticDescriptor> left =
            named.Length == 0 ? [] : DiagnosticCatalog.All.Where(d => !selected.Contains(d));
        return new FindingSelection([.. left.Concat(ignored).Where(CanBeLeftOut).Select(d => d.Code)]);
    }

    private static IEnumerable<DiagnosticDescriptor> Expand(
        IEnumerable<string> values,
        string option,
        Action<string> note
    ) =>
        values
            .SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(v => Expand(v, option, note));

    private static DiagnosticDescriptor[] Expand(string value, string option, Action<string> note)
    {
        if (RuleCategories.Find(value) is { } category)
        {
            return [.. RuleCategories.RulesOf(category).Select(r => r.Descriptor)];
        }

        if (DiagnosticCatalog.Find(value) is { } descriptor)
        {
            if (DiagnosticCatalog.IsFormerName(value))
            {
                note($"note: `{value}` is called `{descriptor.Name}` now");
            }

            return option != "--ignore" || CanBeLeftOut(descriptor)
                ? [descriptor]
                : throw new UsageException(
                    $"`{option} {value}`: {descriptor.Code} is an error and stays one",
                    "Warnings, hints and rules can be left out."
                );
        }

        DiagnosticDescriptor[] area =
        [
            .. DiagnosticCatalog.All.Where(d => d.Code.StartsWith(value, StringComparison.OrdinalIgnoreCase)),
        ];
        return area.Length > 0 ? area : throw Unknown(value, option);
    }

    private static UsageException Unknown(string value, string option)
    {
        string? near = DiagnosticCatalog.Suggest(value, RuleCategories.Names);
        return new UsageException(
            $"`{option} {value}` names no finding",
            near is null
                ? $"Write a code, a name, the beginning of codes such as IMG34, or one of {string.Join(", ", RuleCategories.Names)}."
                : $"There is a similar one: `{near}`."
        );
    }

    // A failed rule is a defect of the tool, which nobody leaves out by selecting something else.
    private static bool CanBeLeftOut(DiagnosticDescriptor descriptor) =>
        (descriptor.Severity != DiagnosticSeverity.Error || descriptor.IsLintRule) && descriptor.Name != "rule-failed";
}
