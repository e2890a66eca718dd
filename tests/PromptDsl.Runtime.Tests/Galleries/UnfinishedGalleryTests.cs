using System.Text.Json;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Galleries;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Galleries;

/// <summary>The page of a run that did not bring everything.</summary>
public sealed class UnfinishedGalleryTests : IAsyncLifetime
{
    private const string Source = """
        subject "a quiet lake"
        technical { model: "gpt-image-2", size: 1024x1024, quality: low }
        stage layout { variants: 2 }
        stage 모루 {
          change: "drop an <b>anvil</b> into it"
        }
        stage bird { change: "put a bird beside it" }
        stage small { from: layout, change: "make it small", expect { size: 64x64 } }
        """;

    private readonly RunLab _lab = new();
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _lab.Provider.Script = (request, _) =>
            Task.FromResult<ProviderOutcome?>(
                request.Stage.Name == "모루"
                    ? new ProviderFailure(FailureKind.Moderated, "No.")
                    {
                        Status = 400,
                        Code = "moderation_blocked",
                        RequestId = "req-<7>",
                        ModerationCategories = ["violence"],
                    }
                    : null
            );
        _browser = await Browser.OpenAsync(1400, 1000, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _lab.Dispose();
    }

    [Fact]
    public async Task What_failed_was_refused_or_skipped_says_why_where_and_with_which_prompt()
    {
        RunResult result = await _lab.RunAsync(Source);
        await ShowAsync(result.RunId);

        Assert.Equal(
            ["layout 2 variants", "모루 refused", "bird skipped", "small not as expected"],
            await TextsAsync("h2")
        );
        Assert.Contains("1 made, 1 refused, 1 skipped, 1 not as expected", await TextAsync("header"), Ordinal);
        string refused = await TextAsync("article:nth-of-type(2)");
        Assert.Contains("Moderation refused the request: violence", refused, Ordinal);
        Assert.Contains("poster.imgp:4 stage 모루 {", refused, Ordinal);
        Assert.Contains("poster.imgp:5 change: \"drop an <b>anvil</b> into it\"", refused, Ordinal);
        Assert.Contains("HTTP 400, moderation_blocked, violence, request req-<7>", refused, Ordinal);
        Assert.Contains("Change the lines that produced the prompt.", refused, Ordinal);
        Assert.Contains("drop an <b>anvil</b> into it.", await TextAsync("article:nth-of-type(2) .prompt"), Ordinal);
        string skipped = await TextAsync("article:nth-of-type(3)");
        Assert.Contains("Not made, since 모루 has no picture to build on", skipped, Ordinal);
        Assert.Contains("put a bird beside it", skipped, Ordinal);
        string rejected = await TextAsync("article:nth-of-type(4)");
        Assert.Contains("Expected 64x64, but the picture is 2x2", rejected, Ordinal);
        Assert.Contains("poster.imgp:8", rejected, Ordinal);
        Assert.Equal(3, (await _browser.EvaluateAsync("document.images.length")).GetInt32());
    }

    [Fact]
    public async Task A_batch_that_is_not_collected_is_there_with_what_waits_for_it()
    {
        var batches = new FakeBatches(_lab.Provider) { EndsAfter = 2 };
        RunResult result = await new PromptRunner(batches, time: _lab.Time, random: new Random(1)).RunAsync(
            [_lab.Source(Source)],
            _lab.Options with
            {
                Batch = true,
            },
            cancellationToken: TestContext.Current.CancellationToken
        );
        await ShowAsync(result.RunId);

        string waiting = await TextAsync(".waiting");
        Assert.Contains("batch-1: 1 request, handed in 2026-11-21 09:00 UTC", waiting, Ordinal);
        Assert.Contains($"promptc runs fetch {result.RunId}", waiting, Ordinal);
        Assert.Contains(
            "Handed in as batch-1, 2026-11-21 09:00 UTC",
            await TextAsync("article:nth-of-type(1)"),
            Ordinal
        );
        Assert.Contains("Waits for a stage that is in a batch", await TextAsync("article:nth-of-type(2)"), Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_killed_shows_what_it_has_and_what_it_did_not_reach()
    {
        RunResult result = await _lab.RunAsync(Source);
        string journal = Path.Combine(_lab.Store.FolderOf(result.RunId), "journal.jsonl");
        string[] lines = await File.ReadAllLinesAsync(journal, TestContext.Current.CancellationToken);
        int written = Array.FindLastIndex(
            lines,
            l => l.Contains("\"written\"", Ordinal) && l.Contains("layout", Ordinal)
        );
        await File.WriteAllLinesAsync(journal, lines[..(written + 1)], TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(_lab.Store.FolderOf(result.RunId), _lab.Store.Read(result.RunId).Pictures[0].Picture));
        await ShowAsync(result.RunId);

        Assert.Contains("status not ended", await TextAsync("header"), Ordinal);
        Assert.Contains("1 made, 3 not reached", await TextAsync("header"), Ordinal);
        Assert.Contains("no longer in the folder of the run", await TextAsync("article:nth-of-type(1)"), Ordinal);
        Assert.Contains("Its turn has not come", await TextAsync("article:nth-of-type(4)"), Ordinal);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task It_can_be_read_by_everybody(string scheme)
    {
        RunResult result = await _lab.RunAsync(Source);
        await _browser.PreferAsync(scheme);
        await ShowAsync(result.RunId);
        await _browser.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.Equal("en", (await _browser.EvaluateAsync("document.documentElement.lang")).GetString());
        int[] levels = [.. (await TextsAsync("h1, h2, h3", "e.tagName[1]")).Select(int.Parse)];
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
        Assert.All(await TextsAsync("img", "e.alt"), Assert.NotEmpty);
        string[] names = await TextsAsync("input", "e.ariaLabel");
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.Empty(await FaintAsync());
        await _browser.ResizeAsync(390, 800);
        JsonElement fits = await _browser.EvaluateAsync(
            "document.documentElement.scrollWidth == document.documentElement.clientWidth"
        );
        Assert.True(fits.GetBoolean());
        await _browser.EvaluateAsync("document.querySelector('input').focus()");
        await _browser.PressSpaceAsync();
        JsonElement position = await _browser.EvaluateAsync("getComputedStyle(document.images[0]).position");
        Assert.Equal("fixed", position.GetString());
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private async Task ShowAsync(string runId)
    {
        string page = _lab.Folder["gallery.html"];
        await using (FileStream file = File.Create(page))
        {
            await Gallery.WriteAsync(_lab.Store, runId, file, TestContext.Current.CancellationToken);
        }

        await _browser.ShowAsync(page);
    }

    /// <summary>What people see of an element, with single spaces.</summary>
    private async Task<string> TextAsync(string selector) =>
        (
            await _browser.EvaluateAsync($"document.querySelector('{selector}').innerText.replace(/\\s+/g, ' ')")
        ).GetString()!;

    private async Task<string[]> TextsAsync(string selector, string what = "e.innerText.replace(/\\s+/g, ' ')") =>
        [
            .. (await _browser.EvaluateAsync($"[...document.querySelectorAll('{selector}')].map(e => {what})"))
                .EnumerateArray()
                .Select(e => e.GetString()!),
        ];

    /// <summary>The texts whose contrast with what is behind them is below 4.5, which WCAG 2.2 asks for at least (1.4.3).</summary>
    private async Task<string[]> FaintAsync()
    {
        JsonElement faint = await _browser.EvaluateAsync(
            """
            (() => {
              const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
              const rgba = color => {
                pen.clearRect(0, 0, 1, 1);
                pen.fillStyle = color;
                pen.fillRect(0, 0, 1, 1);
                return pen.getImageData(0, 0, 1, 1).data;
              };
              const light = color => {
                const [r, g, b] = [...rgba(color)].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = e => {
                for (; e; e = e.parentElement) {
                  const color = getComputedStyle(e).backgroundColor;
                  if (rgba(color)[3] > 0) return color;
                }
                return 'white';
              };
              return [...document.querySelectorAll('body *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
                .filter(e => {
                  const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
                  return (a + 0.05) / (b + 0.05) < 4.5;
                })
                .map(e => e.outerHTML.slice(0, 80));
            })()
            """
        );
        return [.. faint.EnumerateArray().Select(e => e.GetString()!)];
    }
}
