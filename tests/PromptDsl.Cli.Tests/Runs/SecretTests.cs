using System.Collections.Immutable;
using System.Text;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using Xunit;

namespace PromptDsl.Cli.Tests.Runs;

/// <summary>The key is in nothing that a run leaves behind, however it ends.</summary>
public sealed class SecretTests
{
    private const string Text = """
        subject: "a red kite"
        technical { model: "gpt-image-2", size: 1024x1024, quality: low }
        """;

    public static TheoryData<string> Endings =>
        [
            "made",
            "made, with headers that repeat the key",
            "401 that repeats the key",
            "page that repeats the header",
            "page that repeats the key",
            "headers that repeat the key",
            "redirect to an address with the key",
            "redirect to a path with the key",
            "moderated",
            "quota",
            "cut",
            "refused",
        ];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task No_key_is_left_behind(string ending)
    {
        await using RunSandbox sandbox = await RunSandbox.StartAsync(
            new EmulatorOptions
            {
                Picture = PictureStyle.Tiny,
                Script = FaultOf(ending) is { } fault ? [new FaultRule(fault)] : [],
            }
        );
        sandbox.Write("a.imgp", Text);
        string[] server = ending == "refused" ? ["--yes", "--base-url", "http://127.0.0.1:1/v1"] : sandbox.Server;
        FakeHost host = sandbox.Host();
        host.Environment["PROMPTC_DEBUG"] = "1";
        host.Interrupt.CancelAfter(ending == "refused" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(5));

        CliResult result = Sandbox.Run(host, ["run", "a.imgp", "--format", "json", .. server]);
        CliResult shown = sandbox.Run("runs", "show");
        sandbox.Run("runs", "gallery", "--out", "gallery.html");

        Assert.Equal(ending.StartsWith("made", StringComparison.Ordinal), result.Code == 0);
        Assert.DoesNotContain(RunSandbox.Key, result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(RunSandbox.Key, shown.ToString(), StringComparison.Ordinal);
        byte[] key = Encoding.UTF8.GetBytes(RunSandbox.Key);
        string[] files = Directory.GetFiles(sandbox.Folder, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(
            files,
            path => Assert.True(File.ReadAllBytes(path).AsSpan().IndexOf(key) < 0, $"{path} has the key")
        );
    }

    [Fact]
    public async Task No_exception_says_the_key()
    {
        await using RunSandbox sandbox = await RunSandbox.StartAsync();
        var provider = new OpenAiProvider(
            new OpenAiOptions { ApiKey = () => RunSandbox.Key, Endpoint = sandbox.Emulator.BaseUrl }
        );
        ProviderException exception = await Assert.ThrowsAsync<ProviderException>(() =>
            provider.CancelAsync($"batch-{RunSandbox.Key}", TestContext.Current.CancellationToken)
        );

        Assert.DoesNotContain(RunSandbox.Key, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(RunSandbox.Key, exception.Failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(RunSandbox.Key, RunOptions.Default.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Every header that is read.</summary>
    private static ImmutableArray<KeyValuePair<string, string>> Echo =>
        [
            .. new[]
            {
                "x-request-id",
                "apim-request-id",
                "authorization",
                "retry-after",
                "retry-after-ms",
                "x-should-retry",
                "x-ratelimit-limit-requests",
                "x-ratelimit-reset-requests",
                "www-authenticate",
            }.Select(name => KeyValuePair.Create(name, $"Bearer {RunSandbox.Key}")),
        ];

    private static Fault? FaultOf(string ending) =>
        ending switch
        {
            "401 that repeats the key" => Fault.Error(401, "invalid_api_key") with
            {
                Message = $"Incorrect API key provided: {RunSandbox.Key}.",
            },
            "page that repeats the header" => Fault.HtmlError(400) with
            {
                Headers = [new("x-request-id", $"Bearer {RunSandbox.Key}")],
            },
            "made, with headers that repeat the key" => Fault.Slow(TimeSpan.Zero) with { Headers = Echo },
            "headers that repeat the key" => Fault.Error(400) with { Headers = Echo },
            "page that repeats the key" => Fault.HtmlError(403) with { Message = $"Bearer {RunSandbox.Key}" },
            "redirect to an address with the key" => Fault.HtmlError(307) with
            {
                Headers = [new("location", $"https://127.0.0.1:1/v1?api-key={RunSandbox.Key}#{RunSandbox.Key}")],
            },
            "redirect to a path with the key" => Fault.HtmlError(302) with
            {
                Headers = [new("location", $"/login/{RunSandbox.Key}")],
            },
            "moderated" => Fault.ModeratedInput($"Bearer {RunSandbox.Key}"),
            "quota" => Fault.QuotaExhausted() with { Message = $"Authorization: Bearer {RunSandbox.Key}" },
            "cut" => Fault.CutBeforeHeaders(),
            _ => null,
        };
}
