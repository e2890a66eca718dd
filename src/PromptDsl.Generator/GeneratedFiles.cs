using PromptDsl.Diagnostics;
using PromptDsl.Generator.Diagnostics;
using PromptDsl.Generator.Language;
using PromptDsl.Generator.Linting;
using PromptDsl.Generator.Models;
using PromptDsl.Generator.Text;
using PromptDsl.Linting;

namespace PromptDsl.Generator;

/// <summary>Every generated file of the repository.</summary>
internal static class GeneratedFiles
{
    public static IReadOnlyList<IGeneratedFile> All(string root)
    {
        var models = new Lazy<ModelTable>(() => ModelTableReader.ReadFile(root));
        return
        [
            new BuiltInModelsFile(models),
            new ModelsDocument(models),
            new ConfigurationSchemaFile(),
            new LanguageDocument(),
            new RuleRegistryFile(root),
            new LexiconFile(root),
            new CanonicalDataFile(root),
            new DiagnosticIndexFile(),
            .. DiagnosticCatalog.All.Where(d => !d.IsLintRule).Select(d => new DiagnosticPageFile(d)),
            new RuleIndexFile(),
            .. RuleRegistry.All.Select(r => new RulePageFile(r)),
        ];
    }
}
