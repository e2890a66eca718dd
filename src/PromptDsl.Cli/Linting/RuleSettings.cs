using System.Collections.Immutable;
using PromptDsl.Cli.Configuration;
using PromptDsl.Linting;
using PromptDsl.Linting.Lexicon;

namespace PromptDsl.Cli.Linting;

/// <summary>Makes what a configuration and the command line say into options for the linter.</summary>
internal sealed class RuleSettings(FindingSelection selection)
{
    private readonly Dictionary<ConfigurationFile, LintOptions> _made = new(ReferenceEqualityComparer.Instance);

    /// <summary>The options for files of a configuration; made once, so that its lexicon is.</summary>
    public LintOptions For(ConfigurationFile configuration)
    {
        if (!_made.TryGetValue(configuration, out LintOptions? options))
        {
            options = Make(configuration);
            _made.Add(configuration, options);
        }

        return options;
    }

    private LintOptions Make(ConfigurationFile configuration) =>
        new()
        {
            Disabled = selection.Disabled.Union(
                configuration.Severities.Where(s => s.Value.Text == "off").Select(s => s.Key)
            ),
            Settings = configuration.RuleOptions.Aggregate(
                LintOptions.Default.Settings,
                (all, o) => all.SetItem((o.Rule.Descriptor.Code, o.Option.Name), o.Value)
            ),
            Lexicon = configuration.Terms.IsEmpty
                ? PromptLexicon.BuiltIn
                : PromptLexicon.BuiltIn.With(configuration.Terms.Select(SetOf)),
        };

    private static LexiconSet SetOf(ConfiguredTerm term) =>
        new(term.Set, [], [KeyValuePair.Create(term.Group, ImmutableArray.Create(term.Pattern.Text))]);
}
