using System.Text;
using PromptDsl.Locking;
using PromptDsl.Targets;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Locking;

public class LockFileTests
{
    private const string Text = """
        {
          "schema": 1,
          "catalog": "2026-11-20",
          "models": {
            "gpt-image-1": null,
            "gpt-image-2": "gpt-image-2-2026-04-21"
          },
          "files": {
            "붓.imgp": {
              "models": [
                "gpt-image-2"
              ],
              "pictures": [
                "a.png"
              ]
            }
          },
          "pictures": {
            "a.png": {
              "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "bytes": 0,
              "size": null
            },
            "b.png": {
              "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "bytes": 5,
              "size": "20x10"
            }
          }
        }

        """;

    [Fact]
    public void What_is_read_is_written_again()
    {
        LockFile locked = LockedProject.Parse(Text);
        Assert.Equal(Text, locked.ToText());
        Assert.Equal(new DateOnly(2026, 11, 20), locked.Catalog);
        var pins = new LockedSnapshots(locked, ModelCatalog.BuiltIn);
        Assert.Equal("gpt-image-2-2026-04-21", pins.SnapshotOf("gpt-image-2"));
        Assert.Null(pins.SnapshotOf("gpt-image-1"));
        Assert.Null(pins.SnapshotOf("gpt-image-9"));
        Assert.Equal("\"붓.imgp\"", locked.Places!.Of(LockSection.Files, "붓.imgp").Text);
        Assert.Equal("\"b.png\"", locked.Places.Of(LockSection.Pictures, "b.png").Text);
    }

    [Fact]
    public void Blanks_and_order_do_not_count()
    {
        string compact = Text.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(Text, LockedProject.Parse(compact).ToText());
        Assert.Equal(Text, LockedProject.Parse(Text.ReplaceLineEndings("\r\n")).ToText());
    }

    [Theory]
    [InlineData("", "1:1 this is not JSON")]
    [InlineData("[]", "1:1 an object belongs here")]
    [InlineData("{}", "1:2 `schema` is missing")]
    [InlineData("{\n  \"schema\": 2\n}", "2:13 the lock has the form 2")]
    [InlineData("{ \"schema\": \"1\" }", "1:13 a number belongs here")]
    [InlineData("{ \"schema\": 1.5 }", "1:13 a whole number belongs here")]
    [InlineData("{ \"schema\": 1, \"schema\": 1 }", "1:16 `schema` is there twice")]
    [InlineData("{ \"modles\": {} }", "1:3 a lock has no key `modles`")]
    [InlineData("{ \"catalog\": \"today\" }", "1:14 `today` is no day")]
    [InlineData("{ \"models\": { \"a\": 1 } }", "1:20 text or null belongs here")]
    [InlineData("{ \"files\": { \"a\": { \"models\": {} } } }", "1:31 a list belongs here")]
    [InlineData("{ \"files\": { \"a\": { \"models\": [1] } } }", "1:32 text belongs here")]
    [InlineData("{ \"files\": { \"a\": { \"models\": [] } } }", "1:34 `pictures` is missing")]
    [InlineData("{ \"pictures\": { \"a\": { \"sha256\": \"x\" } } }", "1:34 a SHA-256 has 64 digits from 0 to f")]
    [InlineData("{ \"pictures\": { \"a\": { \"size\": \"0x1\" } } }", "1:32 `0x1` is no size")]
    [InlineData("{ \"pictures\": { \"a\": { \"bytes\": -1 } } }", "1:33 a whole number belongs here")]
    [InlineData("{ \"pictures\": { \"a\": { \"time\": 1 } } }", "1:24 a lock has no key `time`")]
    [InlineData("{\n<<<<<<< HEAD\n}", "2:1 this is not JSON")]
    [InlineData("{ \"붓\": 1,\n  \"붓\" }", "1:3 a lock has no key `붓`")]
    [InlineData("{ \"models\": { \"붓\": } }", "1:20 this is not JSON")]
    public void A_text_that_is_no_lock_is_refused_at_its_place(string text, string expected)
    {
        Assert.Null(LockFile.TryParse(SourceText.FromString(text, LockFile.FileName), out LockProblem? problem));
        LinePosition at = problem!.Place.Start;
        Assert.Equal(expected, $"{at.Line + 1}:{at.Column + 1} {problem.Message}");
        Assert.NotEmpty(problem.Label);
    }

    [Fact]
    public void Nothing_may_follow()
    {
        Assert.Null(LockFile.TryParse(SourceText.FromString(Text + "{}"), out LockProblem? problem));
        Assert.Equal("this is not JSON", problem!.Message);
    }

    /// <summary>Whatever the bytes are, there is an answer, and its place lies in the text.</summary>
    [Fact]
    public void Broken_texts_are_refused_without_an_exception()
    {
        var random = new Random(3);
        byte[] bytes = Encoding.UTF8.GetBytes(Text);
        for (int i = 0; i < 5000; i++)
        {
            byte[] broken = [.. bytes];
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            SourceText source = SourceText.FromBytes(broken.AsSpan(0, random.Next(broken.Length + 1)));
            if (LockFile.TryParse(source, out LockProblem? problem) is null)
            {
                Assert.InRange(problem!.Place.Span.End, problem.Place.Span.Start, source.Length);
            }
        }
    }
}
