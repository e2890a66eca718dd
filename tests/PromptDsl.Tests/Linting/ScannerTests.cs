using System.Collections.Immutable;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

public class ScannerTests
{
    private static readonly PromptLexicon Lexicon = PromptLexicon.BuiltIn.With([
        new LexiconSet(
            "test",
            [],
            [
                KeyValuePair.Create("dark", ImmutableArray.Create("dark+", "hazy+", "dim+", "어둡*", "밤")),
                KeyValuePair.Create("light", ImmutableArray.Create("low key", "# lumens", "f/#", "don't")),
                KeyValuePair.Create(LexiconSet.Except, ImmutableArray.Create("dark chocolate")),
            ]
        ),
    ]);

    [Theory]
    [InlineData("a dark room", "dark")]
    [InlineData("Darker, darkest and darkly", "Darker|darkest|darkly")]
    [InlineData("hazier and HAZY", "hazier|HAZY")]
    [InlineData("dimmed, dimmer", "dimmed|dimmer")]
    [InlineData("darkroom, dimension, the un-dark", "dark")]
    [InlineData("dark chocolate", "")]
    [InlineData("dark chocolate in a dark room", "dark")]
    [InlineData("low key, low-key, low\n  key, lowkey", "low key|low-key|low\n  key")]
    [InlineData("800 lumens at f/8, 1800lumens", "800 lumens|f/8")]
    [InlineData("don’t", "don’t")]
    [InlineData("어둡고 어두운", "어둡")]
    [InlineData("밤에 밤나무와 한밤과 밤은", "밤|밤")]
    [InlineData("", "")]
    public void Terms_are_found_where_words_begin_and_end(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Scan(text).Where(h => h.Term.Set.Name == "test").Select(h => h.Text)));

    [Theory]
    [InlineData("밤", true)]
    [InlineData("밤에는", true)]
    [InlineData("밤처럼", true)]
    [InlineData("밤들이", true)]
    [InlineData("밤이었던", true)]
    [InlineData("밤송이", false)]
    [InlineData("밤바다", false)]
    public void A_Korean_noun_takes_particles_and_nothing_else(string text, bool isFound) =>
        Assert.Equal(isFound, !Scan(text).IsEmpty);

    [Theory]
    [InlineData("no dark corners", true)]
    [InlineData("without any shadow or dark corner", true)]
    [InlineData("no people, dark", true)]
    [InlineData("no people, no cars. dark", false)]
    [InlineData("no people, cars, dark", false)]
    [InlineData("no one two three four five six seven dark", false)]
    [InlineData("dark, no people", false)]
    [InlineData("밤 없이", true)]
    [InlineData("밤. 사람 없이", false)]
    [InlineData("사람 없이 밤", false)]
    public void What_is_denied_is_marked(string text, bool isNegated) =>
        Assert.Equal(isNegated, Scan(text).Single(h => h.Term.Set.Name == "test").IsNegated);

    [Theory]
    [InlineData("a sign \"dark\" on a door", true)]
    [InlineData("「밤」 간판", true)]
    [InlineData("a dark \"sign\"", false)]
    [InlineData("the painter's dark room, the cat's bed", false)]
    public void What_is_quoted_in_prose_is_marked(string text, bool isQuoted) =>
        Assert.Equal(isQuoted, Scan(text).Single(h => h.Term.Set.Name == "test").IsQuoted);

    [Theory]
    [InlineData("subject: \"a \\\"dark\\\" room\"\n")]
    [InlineData("subject: \"a \\u{1F600} room\\nno \\tdark thing, dark\"\n")]
    [InlineData("subject: \"\"\"\n    a room\n      with dark corners\n    \"\"\"\n")]
    [InlineData("subject: \"\"\"\r\n    a room\r\n      with dark corners\r\n    \"\"\"\r\n")]
    [InlineData("subject: \"\"\"a $${x} dark room\"\"\"\n")]
    [InlineData("param p: text = \"x\"\nsubject: \"a ${p} dark ${p} room\"\n")]
    [InlineData("define object a \"a dark lamp\"\nsubject: \"x\"\ndetails { object b { include a } }\n")]
    public void A_hit_leads_to_the_letters_in_the_source(string text)
    {
        CompilationResult result = new PromptCompiler().Compile(text);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        TermHit[] hits =
        [
            .. new TermScanner(Lexicon)
                .Scan(PassageReader.Read(result.Builds[0].Stages[0].Model))
                .Where(h => h.Term.Set.Name == "test"),
        ];
        Assert.NotEmpty(hits);
        Assert.All(hits, h => Assert.Equal("dark", h.Place.Text));
        int[] expected = [.. AllIndexesOf(text, "dark")];
        Assert.Equal(expected, hits.Select(h => h.Place.Span.Start));
    }

    [Fact]
    public void A_word_out_of_a_parameter_is_shown_at_the_slot()
    {
        CompilationResult result = new PromptCompiler().Compile("param p: text = \"dark\"\nsubject: \"a ${p} room\"\n");
        TermHit hit = new TermScanner(Lexicon)
            .Scan(PassageReader.Read(result.Builds[0].Stages[0].Model))
            .Single(h => h.Term.Set.Name == "test");
        Assert.Equal("${p}", hit.Place.Text);
    }

    [Fact]
    public void A_word_in_another_file_is_shown_there()
    {
        var files = new MemoryFiles { ["lib.imgp"] = "define object lamp \"a dark lamp\"\n" };
        CompilationResult result = new PromptCompiler(files).Compile(
            SourceText.FromString("use \"lib.imgp\"\nsubject: \"x\"\ndetails { object b { include lib.lamp } }\n")
        );
        TermHit hit = new TermScanner(Lexicon)
            .Scan(PassageReader.Read(result.Builds[0].Stages[0].Model))
            .Single(h => h.Term.Set.Name == "test");
        Assert.Equal("lib.imgp:1:23", hit.Place.ToString());
    }

    private static IEnumerable<int> AllIndexesOf(string text, string word)
    {
        for (int i = text.IndexOf(word, StringComparison.Ordinal); i >= 0; )
        {
            yield return i;
            i = text.IndexOf(word, i + 1, StringComparison.Ordinal);
        }
    }

    private static ImmutableArray<TermHit> Scan(string text)
    {
        SourceText source = SourceText.FromString(text);
        var authored = AuthoredText.From(text, new SourceSpan(source, new TextSpan(0, text.Length)));
        var passage = new Passage(authored, PassageRole.Prose, PassageScope.Picture, "prompt");
        return new TermScanner(Lexicon).Scan([passage]);
    }
}
