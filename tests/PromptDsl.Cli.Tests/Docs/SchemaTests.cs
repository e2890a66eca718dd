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
    public void Requests()
    {
        _sandbox.WritePicture("a.png", 1024, 1024);
        _sandbox.Write(
            "a.imgp",
            """
            subject: "a fox"
            technical { model: "gpt-image-2", aspect: 1:1 }
            stage draw
            stage masked { change: "add snow", mask: "a.png" }
            stage careful {
              change: "add a den"
              technical { moderation: low }
            }
            stage talk {
              from: none
              via: responses
            }
            stage reply {
              change: "make it night"
              via: responses
              variants: 2
              reference manner "a.png" { role: style }
            }

            """
        );
        CliResult result = _sandbox.Run("build");
        Assert.True(result.Code == 0, result.ToString());
        string[] requests = [.. _sandbox.Files().Where(f => f.EndsWith("request.json", StringComparison.Ordinal))];
        Assert.Equal(5, requests.Length);
        Assert.All(requests, r => Assert.Empty(JsonSchema.Check("request", _sandbox.Read(r))));
        Assert.Contains("\"previous_response\"", _sandbox.Read("dist/a/reply.request.json"), StringComparison.Ordinal);
        Assert.NotEmpty(JsonSchema.Check("request", """{ "schema": 1, "endpoint": "/v1/images/variations" }"""));
    }

    [Fact]
    public void Lock()
    {
        _sandbox.Write("a.imgp", "subject: \"a fox\"\nreference coat \"coat.png\" { role: material }\n");
        _sandbox.Write("coat.png", File.ReadAllBytes(RepositoryRoot.PathOf("examples/refs/coat.png")));
        _sandbox.Run("build", "--lock");
        Assert.Empty(JsonSchema.Check("lock", _sandbox.Read("promptc.lock")));
        Assert.NotEmpty(
            JsonSchema.Check("lock", _sandbox.Read("promptc.lock").Replace("bytes", "byte", StringComparison.Ordinal))
        );
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
