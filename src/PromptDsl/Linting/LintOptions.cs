using System.Collections.Immutable;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Options;

namespace PromptDsl.Linting;

/// <summary>What is said from outside about linting.</summary>
public sealed record LintOptions
{
    public static LintOptions Default { get; } = new();

    /// <summary>The codes of findings that are not reported; rules among them are not run.</summary>
    public ImmutableHashSet<string> Disabled { get; init; } = [];

    /// <summary>Values of rule options, by code and option name; of the type that the option declares.</summary>
    public ImmutableDictionary<(string Code, string Option), object> Settings { get; init; } =
        ImmutableDictionary<(string, string), object>.Empty;

    /// <summary>The words that rules know; with additions of the project where it has some.</summary>
    public PromptLexicon Lexicon { get; init; } = PromptLexicon.BuiltIn;

    /// <summary>What files were before; without it nothing is said about what changed.</summary>
    public IPreviousVersions? Previous { get; init; }

    /// <summary>The value of an option, or its default.</summary>
    public int ValueOf(LintRule rule, IntegerOption option) =>
        Settings.TryGetValue((rule.Descriptor.Code, option.Name), out object? value) ? (int)value : option.Default;

    /// <inheritdoc cref="ValueOf(LintRule, IntegerOption)"/>
    public decimal ValueOf(LintRule rule, NumberOption option) =>
        Settings.TryGetValue((rule.Descriptor.Code, option.Name), out object? value) ? (decimal)value : option.Default;

    /// <inheritdoc cref="ValueOf(LintRule, IntegerOption)"/>
    public ImmutableArray<string> ValueOf(LintRule rule, WordsOption option) =>
        Settings.TryGetValue((rule.Descriptor.Code, option.Name), out object? value)
            ? (ImmutableArray<string>)value
            : [];
}
