using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Docs;

/// <summary>What the verbs write is what the schemas describe.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Findings()
    {
        _sandbox.Write("a.imgp", "subject \"x\" {\n  moood: \"a\"\n  moood: \"b\"\n}\ntitle: \"😀\" 5\n");
        _sandbox.Write("b.imgp", "title: \"a\"\ntitle: \"b\"\n");
        string json = _sandbox.Run("build", "--format", "json", "--hints").Out;
        Assert.Contains("\"edits\"", json, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Check("findings", json));
    }

    [Fact]
    public void Output()
    {
        _sandbox.Write("a.imgp", "subject: \"한국어\"\n");
        _sandbox.Run("build");
        Assert.Empty(JsonSchema.Check("map", _sandbox.Read("dist/a/map.json")));
        Assert.Empty(JsonSchema.Check("manifest", _sandbox.Read("dist/a/manifest.json")));
    }

    [Fact]
    public void Models() => Assert.Empty(JsonSchema.Check("models", _sandbox.Run("models", "--format", "json").Out));

    [Fact]
    public void Settings()
    {
        _sandbox.Write("promptc.yaml", "defaults: { quality: low }\n");
        Assert.Empty(JsonSchema.Check("settings", _sandbox.Run("config", "show", "--format", "json").Out));
    }

    [Fact]
    public void Configuration()
    {
        // `dotnet run --project src/PromptDsl.Generator` writes it.
        string path = RepositoryRoot.PathOf("docs/schemas/promptc.schema.json");
        Assert.Equal(File.ReadAllText(path), ConfigurationSchema.Write());
        Assert.Empty(JsonSchema.Check("promptc", """{ "extends": "a", "paths": { "exclude": ["a"] } }"""));
        Assert.NotEmpty(JsonSchema.Check("promptc", """{ "defaults": { "qualty": "low" } }"""));
        Assert.NotEmpty(JsonSchema.Check("promptc", """{ "defaults": { "locale": "fr" } }"""));
    }
}
