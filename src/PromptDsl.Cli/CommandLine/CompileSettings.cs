using System.Collections.Immutable;
using PromptDsl.Cli.Configuration;

namespace PromptDsl.Cli.CommandLine;

/// <summary>What the command line says about a compilation.</summary>
internal sealed record CompileSettings(
    ImmutableArray<ParameterBinding> Parameters,
    string? Locale,
    string? Model,
    string? Dialect,
    string? Template,
    DateOnly AsOf
)
{
    /// <summary>The options for the compiler, with the defaults of a configuration.</summary>
    public CompilerOptions OptionsFor(ConfigurationFile configuration, DialectLoader dialects) =>
        new()
        {
            Parameters = Parameters,
            Catalog = ConfiguredModels.CatalogOf(configuration),
            AsOf = AsOf,
            Enabled = [.. configuration.Severities.Where(s => s.Value.Text != "off").Select(s => s.Key)],
            Dialect = dialects.For(this, configuration),
            Locale = Locale,
            Model = Model,
            DefaultModel = configuration.Get(ConfigurationKeys.Model)?.Text,
            DefaultQuality = configuration.Get(ConfigurationKeys.Quality)?.Text,
            DefaultLocale = configuration.Get(ConfigurationKeys.Locale)?.Text,
        };
}
