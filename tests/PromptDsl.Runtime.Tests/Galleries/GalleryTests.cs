using System.Text.Json;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Galleries;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Galleries;

/// <summary>The page as a browser shows it.</summary>
public sealed class GalleryTests : IAsyncLifetime
{
    private const string File = "\"><script>document.title='owned'<.imgp";

    private const string Source = """
        subject "<script>document.title = 'owned'</script><img src=x onerror=alert(1)> 호숫가 오두막" {
          setting: "a still mountain lake"
        }
        technical { model: "gpt-image-2", aspect: 3:2, quality: low }
        stage 배치 {
          variants: 3
          select: 2
          expect { format: png }
        }
        stage mood { change: "새벽 물안개로 감싸기" }
        """;

    private readonly RunLab _lab = new();
    private Browser _browser = null!;

    private string Page => _lab.Folder["gallery.html"];

    public async ValueTask InitializeAsync()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var sketch = new SketchProvider();
        RunResult result = await new PromptRunner(sketch).RunAsync(
            [_lab.Source(Source, File)],
            _lab.Options,
            cancellationToken: cancellation
        );
        Assert.Equal(RunStatus.Succeeded, result.Status);
        await using (FileStream page = System.IO.File.Create(Page))
        {
            await Gallery.WriteAsync(_lab.Store, result.RunId, page, cancellation);
        }

        _browser = await Browser.OpenAsync(1400, 1000, cancellation);
        await _browser.ShowAsync(Page);
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
    public async Task Every_picture_decodes_at_its_size()
    {
        JsonElement sizes = await _browser.EvaluateAsync(
            "Promise.all([...document.images].map(i => i.decode().then(() => i.naturalWidth + 'x' + i.naturalHeight)))"
        );
        Assert.Equal(["1536x1024", "1536x1024", "1536x1024", "1536x1024"], Texts(sizes));
    }

    [Fact]
    public async Task Nothing_is_asked_of_anybody_and_nothing_goes_wrong()
    {
        await _browser.EvaluateAsync("Promise.all([...document.images].map(i => i.decode()))");
        string[] asked =
        [
            .. _browser
                .Events.Where(e => e.Method == "Network.requestWillBeSent")
                .Select(e => e.Parameters.GetProperty("request").GetProperty("url").GetString()!)
                .Where(url => !url.StartsWith("data:image/png;base64,", StringComparison.Ordinal)),
        ];
        Assert.Equal([new Uri(Page).AbsoluteUri], asked);
        Assert.DoesNotContain(_browser.Events, e => e.Method is "Runtime.exceptionThrown" or "Log.entryAdded");
    }

    [Fact]
    public async Task What_files_say_is_text_and_never_markup()
    {
        Assert.Equal(0, (await _browser.EvaluateAsync("document.scripts.length")).GetInt32());
        Assert.Equal(4, (await _browser.EvaluateAsync("document.images.length")).GetInt32());
        Assert.Equal(File, (await _browser.EvaluateAsync("document.title")).GetString());
        Assert.Equal(File, (await _browser.EvaluateAsync("document.querySelector('h1').textContent")).GetString());
        string prompt = (await _browser.EvaluateAsync("document.querySelector('.prompt').textContent")).GetString()!;
        Assert.Contains("<script>document.title = 'owned'</script><img src=x", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Korean_is_there_and_has_glyphs()
    {
        string[] heads = Texts(
            await _browser.EvaluateAsync("[...document.querySelectorAll('h2')].map(h => h.textContent)")
        );
        Assert.Equal(["배치 3 variants", "mood"], heads);
        // Characters without a glyph are all drawn as the same box.
        JsonElement drawn = await _browser.EvaluateAsync(
            """
            ['호', '숫', '집'].map(letter => {
              const canvas = document.createElement('canvas');
              const pen = canvas.getContext('2d');
              pen.font = '40px ' + getComputedStyle(document.body).fontFamily;
              pen.fillText(letter, 10, 60);
              return canvas.toDataURL();
            })
            """
        );
        Assert.Equal(3, Texts(drawn).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Variants_stand_side_by_side_and_one_is_marked()
    {
        JsonElement boxes = await _browser.EvaluateAsync(
            "[...document.querySelectorAll('.several figure')].map(f => { const b = f.getBoundingClientRect(); return [b.top, b.left, b.width]; })"
        );
        double[][] places = boxes.Deserialize<double[][]>()!;
        Assert.Equal(3, places.Length);
        Assert.Single(places.Select(p => p[0]).Distinct());
        Assert.True(places[0][0] >= 0 && places[0][1] + places[0][2] < places[1][1]);
        Assert.True(places[1][1] + places[1][2] < places[2][1]);
        string[] classes = Texts(
            await _browser.EvaluateAsync("[...document.querySelectorAll('figure')].map(f => f.className)")
        );
        Assert.Equal(["", "picked", "", ""], classes);
    }

    [Fact]
    public async Task Each_part_of_a_prompt_names_its_line()
    {
        string[] titles = Texts(
            await _browser.EvaluateAsync(
                "[...document.querySelectorAll('.prompt span')].filter(s => s.textContent == 'a still mountain lake').map(s => s.title)"
            )
        );
        Assert.Equal([$"{File}:2"], titles);
    }

    [Fact]
    public async Task A_picture_grows_and_shrinks_by_a_click()
    {
        const string Position = "getComputedStyle(document.images[3]).position";
        await _browser.EvaluateAsync("document.images[3].click()");
        Assert.Equal("fixed", (await _browser.EvaluateAsync(Position)).GetString());
        Assert.True(
            await IsAsync("document.images[3].getBoundingClientRect().width == document.documentElement.clientWidth")
        );
        await _browser.EvaluateAsync("document.images[3].click()");
        Assert.Equal("static", (await _browser.EvaluateAsync(Position)).GetString());
    }

    [Fact]
    public async Task A_phone_needs_no_sideways_scrolling()
    {
        await _browser.ResizeAsync(390, 800);
        Assert.True(await IsAsync("document.documentElement.clientWidth <= 390"));
        Assert.True(await IsAsync("document.documentElement.scrollWidth == document.documentElement.clientWidth"));
    }

    private async Task<bool> IsAsync(string condition) => (await _browser.EvaluateAsync(condition)).GetBoolean();

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
