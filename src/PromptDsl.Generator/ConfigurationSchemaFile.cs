using PromptDsl.Cli.Configuration;

namespace PromptDsl.Generator;

/// <summary>The schema of <c>promptc.yaml</c> for editors.</summary>
internal sealed class ConfigurationSchemaFile : IGeneratedFile
{
    public string Path => "docs/schemas/promptc.schema.json";

    public string Render() => ConfigurationSchema.Write();
}
