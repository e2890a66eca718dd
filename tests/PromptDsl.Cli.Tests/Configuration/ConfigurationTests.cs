using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Configuration;

public sealed class ConfigurationTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Each_setting_says_where_it_comes_from()
    {
        _sandbox.Write("promptc.yaml", "extends: shared/base.yaml\ndefaults:\n  model: gpt-image-2\n");
        _sandbox.Write(
            "shared/base.yaml",
            "defaults:\n  model: other\n  quality: low\n  output: out\nrun: { cache: kept }\n"
        );
        CliResult result = _sandbox.Run("config", "show");
        Assert.Equal(
            """
            From promptc.yaml, which extends shared/base.yaml:
            setting            value        from
            defaults.model     gpt-image-2  promptc.yaml:3
            defaults.quality   low          shared/base.yaml:3
            defaults.locale    -            default
            defaults.dialect   prose        default
            defaults.template  -            default
            defaults.output    shared/out   shared/base.yaml:4
            budgets.per-run    -            default
            budgets.per-file   -            default
            run.provider       openai       default
            run.base-url       -            default
            run.profile        openai       default
            run.output         out          default
            run.cache          shared/kept  shared/base.yaml:5
            run.concurrency    4            default
            color              off          default (not at a terminal)

            """,
            result.Out
        );
    }

    [Fact]
    public void The_nearest_file_counts_alone()
    {
        _sandbox.Write("promptc.yaml", "defaults:\n  quality: low\n");
        _sandbox.Write("sub/promptc.yaml", "defaults:\n  model: gpt-image-2\n");
        string shown = _sandbox.Run("config", "show", "sub").Out;
        Assert.Contains("sub/promptc.yaml:2", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("low", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_can_be_named_and_can_be_refused()
    {
        _sandbox.Write("promptc.yaml", "defaults: { quality: low }\n");
        _sandbox.Write("other.yaml", "defaults: { quality: high }\n");
        Assert.Contains("high", _sandbox.Run("config", "show", "--config", "other.yaml").Out, StringComparison.Ordinal);
        Assert.Contains("No configuration", _sandbox.Run("config", "show", "--isolated").Out, StringComparison.Ordinal);
        Assert.Equal(2, _sandbox.Run("config", "show", "--isolated", "--config", "other.yaml").Code);
        Assert.Equal(2, _sandbox.Run("config", "show", "--config", "missing.yaml").Code);
    }

    [Theory]
    [InlineData("NO_COLOR", "1", "off", "environment NO_COLOR")]
    [InlineData("FORCE_COLOR", "1", "on", "environment FORCE_COLOR")]
    public void The_environment_is_named(string variable, string value, string shown, string origin)
    {
        FakeHost host = _sandbox.Host();
        host.Environment[variable] = value;
        string line = Sandbox
            .Run(host, "config", "show")
            .Out.Split('\n')
            .Single(l => l.StartsWith("color", StringComparison.Ordinal));
        Assert.Equal(["color", shown, .. origin.Split(' ')], line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void An_unknown_key_is_shown_where_it_stands_with_the_likely_one()
    {
        _sandbox.Write("promptc.yaml", "defaults:\n  qualty: low\n");
        CliResult result = _sandbox.Run("config", "show");
        Assert.Equal(2, result.Code);
        Assert.Equal(
            """
            error: there is no key `qualty` in `defaults`
             --> promptc.yaml:2:3
              |
            2 |     qualty: low
              |     ^^^^^^ a key with a similar name is `quality`
              |
              = help: The keys are model, quality, locale, dialect, template, output.

            """,
            result.Error
        );
    }

    [Theory]
    [InlineData("default: {}", "there is no key `default`")]
    [InlineData("defaults: 3", "`defaults` is a single value where a mapping is expected")]
    [InlineData("run: offline", "= help: Write run:\n            KEY: VALUE")]
    [InlineData("defaults: [a]", "`defaults` is a list where a mapping is expected")]
    [InlineData("defaults: { model: [a] }", "`defaults.model` is a list where a single value is expected")]
    [InlineData("defaults: { locale: fr }", "`defaults.locale` cannot be `fr`")]
    [InlineData("defaults: { dialect: prosa }", "a word with a similar spelling is `prose`")]
    [InlineData("defaults: { output: '' }", "a path is empty")]
    [InlineData("budgets: { per-run: cheap }", "`budgets.per-run` is not an amount of US dollars")]
    [InlineData("budgets: { per-run: -1 }", "`budgets.per-run` is not an amount of US dollars")]
    [InlineData("budgets: { per-rum: 1 }", "a key with a similar name is `per-run`")]
    [InlineData("diagnostics: { missing-valu: off }", "a key with a similar name is `missing-value`")]
    [InlineData("diagnostics: { IMG0101: warning }", "`missing-value` is an error and stays one")]
    [InlineData("diagnostics: { IMG0004: loud }", "`IMG0004` cannot be `loud`")]
    [InlineData("paths: { exclude: a }", "`paths.exclude` is a single value where a list of patterns is expected")]
    [InlineData("paths: { include: [a] }", "there is no key `include` in `paths`")]
    [InlineData("a: 1\na: 2", "the key `a` is given twice")]
    [InlineData("defaults: {", "`promptc.yaml` is not YAML")]
    [InlineData("--- {}\n--- {}", "the file has a second document")]
    [InlineData("extends: missing.yaml", "the extended file `missing.yaml` does not exist")]
    [InlineData("? [a]\n: b", "a key is a list")]
    public void What_is_wrong_with_a_file_is_said(string yaml, string message)
    {
        _sandbox.Write("promptc.yaml", yaml);
        CliResult result = _sandbox.Run("config", "show");
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Contains(" --> promptc.yaml:", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("defaults:\ndiagnostics:\npaths:\n")]
    [InlineData("\ufeffdefaults: { quality: low }\n")]
    public void A_file_may_say_little(string yaml)
    {
        _sandbox.Write("promptc.yaml", yaml);
        Assert.Equal(0, _sandbox.Run("config", "show").Code);
    }

    [Fact]
    public void A_cycle_shows_its_chain()
    {
        _sandbox.Write("promptc.yaml", "extends: a.yaml");
        _sandbox.Write("a.yaml", "extends: b.yaml");
        _sandbox.Write("b.yaml", "extends: a.yaml");
        CliResult result = _sandbox.Run("config", "show");
        Assert.Equal(2, result.Code);
        Assert.Contains("promptc.yaml -> a.yaml -> b.yaml -> a.yaml", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_has_an_end()
    {
        _sandbox.Write("promptc.yaml", "extends: 0.yaml");
        for (int i = 0; i < 20; i++)
        {
            _sandbox.Write($"{i}.yaml", $"extends: {i + 1}.yaml");
        }

        CliResult result = _sandbox.Run("config", "show");
        Assert.Equal(2, result.Code);
        Assert.Contains("extends more than 16 files", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_can_be_changed()
    {
        // A direction override in a string is a warning.
        _sandbox.Write("a.imgp", "title: \"\u202e\"\n");
        Assert.Equal(0, _sandbox.Run("build", "--stdout").Code);
        _sandbox.Write("promptc.yaml", "diagnostics: { direction-override-in-string: error }");
        Assert.Equal(1, _sandbox.Run("build", "--stdout").Code);
        _sandbox.Write("promptc.yaml", "diagnostics: { IMG0004: off }");
        Assert.Empty(_sandbox.Run("build", "--stdout", "--format", "concise").Out);
    }

    [Fact]
    public void Every_key_of_the_table_is_read()
    {
        foreach (Cli.Configuration.ConfigurationKey key in Cli.Configuration.ConfigurationKeys.All)
        {
            string value =
                key.IsAmount ? "0.50"
                : key.Most is not null ? "7"
                : key.Words.IsEmpty ? "some-value"
                : key.Words[0];
            _sandbox.Write("promptc.yaml", $"{key.Section}:\n  {key.Name}: {value}\n");
            string line = _sandbox
                .Run("config", "show")
                .Out.Split('\n')
                .Single(l => l.StartsWith(key.FullName, StringComparison.Ordinal));
            Assert.EndsWith("promptc.yaml:2", line, StringComparison.Ordinal);
        }
    }
}
