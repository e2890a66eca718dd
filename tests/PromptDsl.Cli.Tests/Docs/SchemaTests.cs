using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Planning;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Cli.Tests.Docs;

/// <summary>What the verbs write is what the schemas describe.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Run = """
        subject: "a fox"
        technical { model: "gpt-image-2", aspect: 1:1, quality: low }
        stage draw {
          technical { partial-images: 1 }
          expect { format: png, not-dark: true }
        }
        stage night { change: "make it night" }

        """;

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
    public void Events()
    {
        _sandbox.Write("a.imgp", Run);
        string[] lines = _sandbox.Run("run", "--offline", "--format", "json").Out.TrimEnd().Split('\n');
        Assert.Contains(lines, line => line.Contains("\"node-checked\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"node-partial\"", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Empty(JsonSchema.Check("events", line)));
        Assert.NotEmpty(JsonSchema.Check("events", lines[0].Replace("runId", "id", StringComparison.Ordinal)));
    }

    /// <summary>Those that a run offline cannot bring about, and with them every name of a state.</summary>
    [Fact]
    public void Every_event()
    {
        var node = new PlanKey("a.imgp", "", "light");
        var unknown = PriceRange.NotKnown(PricePartKind.TextInput, "not published");
        RunEvent[] events =
        [
            .. Enum.GetValues<FailureKind>()
                .Select(k => new NodeRetrying(node, 0, 1, TimeSpan.FromSeconds(1.5), k, "")),
            .. Enum.GetValues<WaitReason>().Select(r => new NodeWaiting(node, 0, r, null)),
            .. Enum.GetValues<RunFailureKind>().Select(k => new NodeFailed(node, k, "", null, ["a.imgp:1:1"])),
            .. Enum.GetValues<NodeStatus>().Select(s => new NodeFinished(node, s, [], 1, 1, unknown)),
            .. Enum.GetValues<ReuseSource>().Select(s => new NodeReused(node, 0, s)),
            .. Enum.GetValues<RunStatus>()
                .Select(s => new RunFinished("a", s, new RunMoney(unknown, Money.Zero, Money.Zero))),
            .. Enum.GetValues<CheckStatus>().Select(s => new NodeChecked(node, 1, new CheckResult("alpha", s, ""))),
            new NodeSkipped(node, node),
            new MoneyChanged(new RunMoney(PriceRange.Zero, Money.Zero, null)),
            new BatchSubmitted("b", 1),
            new BatchPolled("b", "in_progress", 3, 1, 1),
            new BatchPolled("b", "unknown", 0, 0, 0) { Problem = "No connection." },
        ];
        Assert.All(events, e => Assert.Empty(JsonSchema.Check("events", RunEventJson.Write(e))));
    }

    [Fact]
    public void Runs()
    {
        _sandbox.Write("a.imgp", Run);
        _sandbox.Run("run", "--offline");
        string show = _sandbox.Run("runs", "show", "--format", "json").Out;
        Assert.Contains("\"checks\": [\n", show, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Check("runs", show));
        Assert.Empty(JsonSchema.Check("runs", _sandbox.Run("runs", "--format", "json").Out));
    }

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
