using System.Text.Json;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

/// <summary>What became of expectations, wherever a person or a program reads it.</summary>
public sealed class CheckWordingTests : IDisposable
{
    private const string Source = """
        subject: "a kite"
        style { palette { primary: #2E4057, background: "warm white" } }
        details { text motto "Fly high" }
        technical { size: 1024x1024 }
        expect { size: 1024x1024, palette: true, text: motto, provenance: c2pa }
        """;

    private static readonly string[] NotChecked =
    [
        "palette: not checked, as “warm white” is words, not a colour value",
        "text: not checked, as tesseract, which reads text, is not installed",
        "provenance: not checked, as a sketch has no C2PA manifest",
    ];

    private readonly Sandbox _sandbox = new();

    public CheckWordingTests() => _sandbox.Write("a.imgp", Source);

    [Fact]
    public void At_the_end_of_a_run_what_is_not_checked_says_why()
    {
        CliResult result = _sandbox.Run("run", "--offline");
        Assert.Equal(0, result.Code);
        Assert.Equal(
            NotChecked.Select(c => $"expect {c}"),
            result.Error.Split('\n').Where(l => l.StartsWith("expect ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_run_that_is_shown_has_every_check()
    {
        _sandbox.Run("run", "--offline");
        string id = _sandbox.Run("runs").Out.Split('\n')[1].Split(' ')[0];
        string[] checks =
        [
            .. _sandbox
                .Run("runs", "show", id)
                .Out.Split('\n')
                .Where(l => l.StartsWith("       ", StringComparison.Ordinal))
                .Select(l => l.Trim()),
        ];
        Assert.Equal(
            ["✓ size: the picture is 1024x1024", "✓ palette: #2E4057 covers", .. NotChecked.Select(c => $"? {c}")],
            checks.Select(c => c.Contains("covers", StringComparison.Ordinal) ? c[..c.LastIndexOf(' ')] : c)
        );
    }

    [Fact]
    public void A_gallery_has_every_check()
    {
        _sandbox.Run("run", "--offline");
        Assert.Equal(0, _sandbox.Run("runs", "gallery", "--out", "page.html").Code);
        string page = System.Net.WebUtility.HtmlDecode(_sandbox.Read("page.html"));
        Assert.Contains(
            "<li class=\"passed\"><span class=\"said\">passed</span> size: the picture is 1024x1024</li>",
            page,
            StringComparison.Ordinal
        );
        Assert.All(
            NotChecked,
            c => Assert.Contains($"<li class=\"not-checked\">{c}</li>", page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Programs_get_the_status_and_the_reason_apart()
    {
        CliResult result = _sandbox.Run("run", "--offline", "--format", "json");
        IEnumerable<JsonElement> events = result
            .Out.TrimEnd('\n')
            .Split('\n')
            .Select(l => JsonElement.Parse(l))
            .Where(e => e.GetProperty("event").GetString() == "node-checked")
            .Select(e => e.GetProperty("check"));
        IEnumerable<JsonElement> recorded = JsonElement
            .Parse(_sandbox.Read("out/a/a.png.json"))
            .GetProperty("checks")
            .EnumerateArray();
        foreach (IEnumerable<JsonElement> checks in new[] { events, recorded })
        {
            Assert.Equal(
                [
                    ("palette", "“warm white” is words, not a colour value"),
                    ("text", "tesseract, which reads text, is not installed"),
                    ("provenance", "a sketch has no C2PA manifest"),
                ],
                checks
                    .Where(c => c.GetProperty("status").GetString() == "not-checked")
                    .Select(c => (c.GetProperty("key").GetString()!, c.GetProperty("message").GetString()!))
            );
            Assert.All(checks, c => Assert.Equal(3, c.EnumerateObject().Count()));
        }
    }

    public void Dispose() => _sandbox.Dispose();
}
