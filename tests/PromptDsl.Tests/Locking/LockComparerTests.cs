using PromptDsl.Locking;
using PromptDsl.Targets;
using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Tests.Locking;

public class LockComparerTests
{
    private const string Coat =
        "subject: \"a fox in a coat\"\nreference coat \"coat.png\" { role: material }\ntechnical { model: \"gpt-image-2\" }\n";

    private readonly LockedProject _project = new LockedProject { ["a.imgp"] = Coat }.Picture("coat.png", 1);

    [Fact]
    public void What_is_as_it_was_is_silent() => Assert.Empty(_project.Drift("a.imgp", _project.Lock()));

    [Fact]
    public void A_text_that_changed_is_no_drift()
    {
        string text = _project.Lock();
        _project["a.imgp"] = Coat.Replace("fox", "cat", StringComparison.Ordinal);
        Assert.Empty(_project.Drift("a.imgp", text));
    }

    [Fact]
    public void A_changed_picture()
    {
        string text = _project.Lock();
        _project.Picture("coat.png", new PngFile().ToBytes());
        Assert.Equal(
            ["a.imgp:2:16 picture-drift: `coat.png` is not the picture that was locked"],
            _project.Drift("a.imgp", text)
        );
    }

    [Fact]
    public void A_picture_that_is_gone_or_cannot_be_read()
    {
        string text = _project.Lock();
        _project.Unreadable("coat.png", "it may not be read");
        Assert.Equal(
            ["a.imgp:2:16 picture-drift: the locked picture `coat.png` cannot be read: it may not be read"],
            _project.Drift("a.imgp", text)
        );
        _project.Remove("coat.png");
        Assert.Equal(
            ["a.imgp:2:16 picture-drift: the locked picture `coat.png` does not exist"],
            _project.Drift("a.imgp", text)
        );
    }

    [Fact]
    public void Another_picture_is_not_locked_and_the_former_is_too_much()
    {
        string text = _project.Lock();
        _project["a.imgp"] = Coat.Replace("coat.png", "hat.png", StringComparison.Ordinal);
        Assert.Equal(
            [
                "a.imgp:2:16 not-locked: promptc.lock does not have the picture `hat.png` for `a.imgp`",
                "promptc.lock:8:5 stale-lock-entry: the lock has the picture `coat.png` for `a.imgp`, which does not use it any more",
            ],
            _project.Drift("a.imgp", text)
        );
    }

    [Fact]
    public void Another_model()
    {
        string text = _project.Lock();
        _project["a.imgp"] = Coat.Replace("gpt-image-2", "gpt-image-1", StringComparison.Ordinal);
        Assert.Equal(
            [
                "a.imgp:3:20 not-locked: promptc.lock does not have the model `gpt-image-1` for `a.imgp`",
                "promptc.lock:8:5 stale-lock-entry: the lock has the model `gpt-image-2` for `a.imgp`, which does not use it any more",
            ],
            _project.Drift("a.imgp", text)
        );
    }

    [Fact]
    public void Another_file()
    {
        string text = _project.Lock();
        _project["b.imgp"] = "subject: \"a fox\"\n";
        Assert.Equal(["b.imgp:1:1 not-locked: `b.imgp` is not in promptc.lock"], _project.Drift("b.imgp", text));
        _project["c.imgp"] = "define color red #FF0000\n";
        Assert.Empty(_project.Drift("c.imgp", text));
        _project["d.imgp"] = "subject:\n";
        Assert.Empty(_project.Drift("d.imgp", text));
    }

    [Theory]
    [InlineData("null", "`gpt-image-2` was locked without a snapshot and now stands for `gpt-image-2-2026-04-21`")]
    [InlineData(
        "\"gpt-image-2-2026-01-01\"",
        "`gpt-image-2` was locked as `gpt-image-2-2026-01-01`, which this promptc does not know as a state of it"
    )]
    [InlineData(
        "\"gpt-image-1.5\"",
        "`gpt-image-2` was locked as `gpt-image-1.5`, which this promptc does not know as a state of it"
    )]
    public void Another_snapshot(string locked, string message)
    {
        string text = _project.Lock().Replace("\"gpt-image-2-2026-04-21\"", locked, StringComparison.Ordinal);
        Assert.Equal([$"a.imgp:3:20 snapshot-drift: {message}"], _project.Drift("a.imgp", text));
    }

    [Fact]
    public void A_snapshot_that_is_not_the_newest_any_more()
    {
        string text = _project
            .Lock()
            .Replace("\"gpt-image-2-2026-04-21\"", "\"gpt-image-2\"", StringComparison.Ordinal);
        Assert.Equal(
            [
                "a.imgp:3:20 snapshot-drift: `gpt-image-2` was locked as `gpt-image-2` and now stands for `gpt-image-2-2026-04-21`",
            ],
            _project.Drift("a.imgp", text)
        );
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("2099-01-01")]
    public void Another_catalog(string day)
    {
        string asOf = ModelCatalog.BuiltIn.AsOf.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        string text = _project.Lock().Replace(asOf, day, StringComparison.Ordinal);
        Assert.Equal(
            [
                $"promptc.lock:3:3 catalog-drift: the lock was made with the model facts of {day}, and these are of {asOf}",
            ],
            _project.Drift("a.imgp", text)
        );
    }

    [Fact]
    public void Requests_name_the_locked_snapshot()
    {
        LockFile locked = LockedProject.Parse(_project.Lock());
        Assert.Equal("gpt-image-2", ModelOf(null));
        Assert.Equal("gpt-image-2-2026-04-21", ModelOf(new LockedSnapshots(locked, ModelCatalog.BuiltIn)));
        Assert.Equal("gpt-image-2-2026-04-21", ModelOf(new NewestSnapshots(ModelCatalog.BuiltIn)));

        string ModelOf(IModelPins? pins) => _project.Compile("a.imgp", pins).Builds[0].Stages[0].Request.Model;
    }
}
