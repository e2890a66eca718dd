using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Targets;
using Xunit;

namespace PromptDsl.Cli.Tests.Configuration;

public sealed class ModelConfigurationTests : IDisposable
{
    private const string Transparent =
        "subject: \"an isolated fox\"\ntechnical { model: \"gpt-image-2\", background: transparent }\n";

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_project_that_has_a_preview_says_so()
    {
        _sandbox.Write("a.imgp", Transparent);
        Assert.Contains("IMG2005", _sandbox.Run("build", "--stdout", "a.imgp").Out, StringComparison.Ordinal);
        Configure("gpt-image-2:\n    backgrounds: [auto, opaque, transparent]");
        Assert.Equal(0, _sandbox.Run("build", "--stdout", "a.imgp").Code);
    }

    [Fact]
    public void A_model_of_the_project_is_checked_like_any_other()
    {
        Configure("studio:\n    like: gpt-image-2\n    max-count: 2\n    size: [512x512, 768x512]");
        _sandbox.Write("a.imgp", "subject: \"a fox\"\ntechnical { model: \"studio\", count: 3, size: 1024x1024 }\n");
        string error = _sandbox.Run("build", "--stdout", "a.imgp").Out;
        Assert.Contains("gives at most 2 pictures", error, StringComparison.Ordinal);
        Assert.Contains("it is none of 512x512, 768x512", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_model_may_be_one_of_the_project()
    {
        _sandbox.Write("promptc.yaml", "defaults: { model: studio }\nmodels:\n  studio: { like: gpt-image-2 }\n");
        _sandbox.Write("a.imgp", "subject: \"a fox\"\n");
        Assert.Equal(0, _sandbox.Run("build", "--stdout", "a.imgp").Code);
    }

    [Fact]
    public void A_file_that_extends_another_adds_to_its_models()
    {
        _sandbox.Write("base.yaml", "models:\n  studio: { like: gpt-image-2, max-count: 2 }\n");
        _sandbox.Write("promptc.yaml", "extends: base.yaml\nmodels:\n  studio: { max-prompt-chars: 100 }\n");
        string shown = _sandbox.Run("models", "studio").Out;
        Assert.Matches("max-count +project +- +base.yaml:2 +2", shown);
        Assert.Matches("max-prompt-chars +project +- +promptc.yaml:3 +100", shown);
        Assert.Matches("qualities +primary +2026-11-20 +node-sdk +auto low medium high", shown);
    }

    [Fact]
    public void Every_kind_of_fact_can_be_said()
    {
        Configure(
            """
            studio:
                snapshots: [studio-1]
                status: deprecated
                shutdown: 2027-01-31
                edits: false
                max-count: 4
                image-output-price: 12.50
                output-price: { low: { 512x512: 0.01 }, high: { 512x512: 0.2 } }
                input-tokens: { base: 65, per-tile: 129, tile-pixels: 512, high-fidelity-square: 1, high-fidelity-other: 2 }
                size: { multiple: 8, max-ratio: 2, max-edge: 2048, min-pixels: 65536, max-pixels: 4194304, experimental-above-pixels: 4194304 }
            """
        );
        string shown = _sandbox.Run("models", "studio").Out;
        Assert.Matches("shutdown .* 2027-01-31\n", shown);
        Assert.Matches("output-price .* low 512x512: 0.01, high 512x512: 0.2\n", shown);
        Assert.Matches("size .* multiples of 8, 1:2 to 2:1, edge up to 2048,", shown);
        Assert.Contains("(in 71 days)", shown, StringComparison.Ordinal);
        string settings = _sandbox.Run("config", "show").Out;
        Assert.Matches("models.studio.edits +no +promptc.yaml:6\n", settings);
    }

    [Theory]
    [InlineData("studio: { sise: [1024x1024] }", "there is no key `sise` in `models.studio`", "`size`")]
    [InlineData("studio: { like: gpt-imgae-2 }", "`models.studio.like` cannot be `gpt-imgae-2`", "`gpt-image-2`")]
    [InlineData("studio: { mask: yes }", "`models.studio.mask` cannot be `yes`", "true, false")]
    [InlineData("studio: { max-count: 0 }", "`models.studio.max-count` cannot be `0`", "above zero")]
    [InlineData("studio: { shutdown: soon }", "`models.studio.shutdown` cannot be `soon`", "2027-01-31")]
    [InlineData("studio: { status: old }", "`models.studio.status` cannot be `old`", "deprecated")]
    [InlineData("studio: { formats: png }", "`models.studio.formats` is a single value", "a list")]
    [InlineData("studio: { size: [1024] }", "`models.studio.size` cannot be `1024`", "1024x1024")]
    [InlineData("studio: { size: [auto] }", "`models.studio.size` leaves no size", "holds no size")]
    [InlineData("studio: { size: { multiple: 16 } }", "`models.studio.size` does not say `max-ratio`", "min-pixels")]
    [InlineData(
        "studio: { size: { multiple: 1, max-ratio: 3, max-edge: 2147483647, min-pixels: 1, max-pixels: 2147483647, experimental-above-pixels: 1 } }",
        "`models.studio.size.max-edge` is 2147483647",
        "65536 at most"
    )]
    [InlineData("studio: { text-input-price: cheap }", "cannot be `cheap`", "a number")]
    [InlineData("studio: [1]", "`models.studio` is a list", "a mapping")]
    public void What_is_wrong_is_said_with_its_place(string text, string message, string help)
    {
        Configure(text);
        CliResult result = _sandbox.Run("models");
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Contains(help, result.Error, StringComparison.Ordinal);
        Assert.Contains("promptc.yaml:2:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fact_of_the_catalog_is_a_key_of_the_schema()
    {
        foreach (ModelFact fact in ModelFacts.All)
        {
            IEnumerable<string> problems = JsonSchemaOf(fact.Key);
            Assert.DoesNotContain(problems, p => p.Contains("additional", StringComparison.OrdinalIgnoreCase));
        }

        Assert.NotEmpty(JsonSchemaOf("sise"));
    }

    private static IEnumerable<string> JsonSchemaOf(string key) =>
        Docs
            .JsonSchema.Check("promptc", $$"""{ "models": { "studio": { "{{key}}": null } } }""")
            .Where(p => !p.Contains("null", StringComparison.OrdinalIgnoreCase));

    private void Configure(string models) => _sandbox.Write("promptc.yaml", $"models:\n  {models}\n");
}
