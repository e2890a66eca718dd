using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Wording;
using PromptDsl.Schema;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class WordingTests
{
    /// <summary>Blocks that are for people, for the API, or for the compiler.</summary>
    private static readonly string[] SilentKinds = ["technical", "expect", "vary", "extends"];

    /// <summary>Keys of the file and of stages that are not for the model.</summary>
    private static readonly string[] SilentKeys =
    [
        "title",
        "version",
        "owner",
        "tags",
        "license",
        "note",
        "locale",
        "mask",
        "variants",
        "select",
        "via",
        "optional",
    ];

    /// <summary>Kinds whose value is said.</summary>
    private static readonly string[] SpokenValues =
    [
        "subject",
        "mix",
        "object",
        "text",
        "region",
        "grid",
        "each",
        "cell",
        "table",
        "row",
        "callout",
    ];

    [Fact]
    public void Every_field_that_speaks_to_the_model_has_a_row_and_no_row_is_left_over()
    {
        IEnumerable<string> fields = LanguageSchema
            .Kinds.Where(k => !SilentKinds.Contains(k.Name))
            .SelectMany(k =>
                k.Keys.Where(key => !SilentKeys.Contains(key.Name) && !(key.Name == "from" && k.Name != "object"))
                    .Select(key => $"{(k.Name == "stage" ? "file" : k.Name)}.{key.Name}")
            )
            .Concat(SpokenValues.Select(v => $"{v}."));
        Assert.Equal(
            fields.Distinct().Order(StringComparer.Ordinal),
            FieldWordings.All.Select(r => $"{r.Block}.{r.Key}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_label_is_said_in_both_languages() =>
        Assert.All(
            FieldWordings.All,
            row =>
            {
                Assert.False(string.IsNullOrWhiteSpace(row.English));
                Assert.Contains(row.Korean, c => c is >= '가' and <= '힣');
                Assert.DoesNotContain(':', row.English);
                Assert.DoesNotContain(':', row.Korean);
            }
        );

    [Fact]
    public void Every_word_of_a_closed_list_that_is_said_has_words_and_none_is_left_over()
    {
        IEnumerable<string> words = LanguageSchema
            .Kinds.Where(k => !SilentKinds.Contains(k.Name))
            .SelectMany(k => k.Keys.Where(key => FieldWordings.Find(k.Name, key.Name) is not null))
            .SelectMany(key => key.Type.Words.Select(w => $"{key.Name}.{w}"));
        Assert.Equal(
            words.Distinct().Order(StringComparer.Ordinal),
            WordWordings.All.Select(r => $"{r.Key}.{r.Word}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_section_has_a_key_of_its_own_and_labels()
    {
        PromptSectionKind[] kinds = Enum.GetValues<PromptSectionKind>();
        Assert.Equal(kinds.Length, kinds.Select(SectionWordings.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(kinds, kind => Assert.NotEmpty(SectionWordings.English(kind)));
        Assert.All(kinds, kind => Assert.NotEmpty(SectionWordings.Korean(kind)));
    }

    [Theory]
    [InlineData("en", "ui", "Create a user interface screen.")]
    [InlineData("en", "infographic", "Create an infographic.")]
    [InlineData("ko", "photo", "사진을 만드세요.")]
    [InlineData("ko", "comic", "만화를 만드세요.")]
    public void A_picture_is_asked_for_by_its_kind(string locale, string kind, string expected) =>
        Assert.Equal(expected, Phrasebook.For(locale).Create(kind));
}
