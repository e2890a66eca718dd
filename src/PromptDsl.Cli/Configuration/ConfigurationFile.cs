using System.Collections.Immutable;

namespace PromptDsl.Cli.Configuration;

/// <summary>A <c>promptc.yaml</c> with what it extends.</summary>
internal sealed record ConfigurationFile
{
    public static ConfigurationFile Empty { get; } = new();

    /// <summary>The absolute paths of the file and of those it extends, nearest first.</summary>
    public ImmutableArray<string> Chain { get; init; } = [];

    /// <summary>The values by full name, such as <c>defaults.model</c>.</summary>
    public ImmutableDictionary<string, ConfiguredValue> Values { get; init; } =
        ImmutableDictionary<string, ConfiguredValue>.Empty;

    /// <summary>The severities by code; <c>off</c> leaves the findings out.</summary>
    public ImmutableSortedDictionary<string, ConfiguredValue> Severities { get; init; } =
        ImmutableSortedDictionary<string, ConfiguredValue>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The options of rules; of two that speak of one option the later counts.</summary>
    public ImmutableArray<ConfiguredOption> RuleOptions { get; init; } = [];

    /// <summary>The words that are added to the lexicon.</summary>
    public ImmutableArray<ConfiguredTerm> Terms { get; init; } = [];

    /// <summary>What is said about models; of two that speak of one model the later counts.</summary>
    public ImmutableArray<ConfiguredModel> Models { get; init; } = [];

    /// <summary>Patterns of paths that folders are searched without, in the notation of <c>.gitignore</c>.</summary>
    public ImmutableArray<ConfiguredValue> Excludes { get; init; } = [];

    /// <summary>The folder that <see cref="Excludes"/> are relative to.</summary>
    public string ExcludeFolder { get; init; } = "";

    public ConfiguredValue? Get(ConfigurationKey key) => Values.GetValueOrDefault(key.FullName);

    /// <summary>What this file says, and where it says nothing, what the extended one says.</summary>
    public ConfigurationFile Over(ConfigurationFile extended) =>
        this with
        {
            Chain = Chain.AddRange(extended.Chain),
            Values = LayoutOf(extended).SetItems(Values),
            Severities = extended.Severities.SetItems(Severities),
            RuleOptions = extended.RuleOptions.AddRange(RuleOptions),
            Terms = extended.Terms.AddRange(Terms),
            Models = extended.Models.AddRange(Models),
            Excludes = Excludes.IsEmpty ? extended.Excludes : Excludes,
            ExcludeFolder = Excludes.IsEmpty ? extended.ExcludeFolder : ExcludeFolder,
        };

    // A dialect here takes the place of a template there, and the other way round.
    private ImmutableDictionary<string, ConfiguredValue> LayoutOf(ConfigurationFile extended) =>
        Get(ConfigurationKeys.Dialect) is null && Get(ConfigurationKeys.Template) is null
            ? extended.Values
            : extended.Values.RemoveRange([ConfigurationKeys.Dialect.FullName, ConfigurationKeys.Template.FullName]);
}
