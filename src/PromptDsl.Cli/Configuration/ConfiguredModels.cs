using PromptDsl.Cli.CommandLine;
using PromptDsl.Targets;

namespace PromptDsl.Cli.Configuration;

/// <summary>The models of a project.</summary>
internal static class ConfiguredModels
{
    /// <summary>The catalog with what a configuration says about models.</summary>
    /// <exception cref="SourceProblemException">A model is like one that does not exist.</exception>
    public static ModelCatalog CatalogOf(ConfigurationFile configuration)
    {
        ModelCatalog catalog = ModelCatalog.BuiltIn;
        foreach (ConfiguredModel model in configuration.Models)
        {
            if (model.Like is { } like && catalog.Find(like.Text) is null)
            {
                throw ConfigurationProblems.NotOneOf(
                    like.Place,
                    $"models.{model.Addition.Id}.{ConfigurationKeys.Like}",
                    like.Text,
                    catalog.Models.Select(m => m.Id)
                );
            }

            catalog = catalog.With([model.Addition]);
        }

        return catalog;
    }
}
