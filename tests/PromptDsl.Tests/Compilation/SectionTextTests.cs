using PromptDsl.Compilation;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class SectionTextTests
{
    private readonly ModelBuilder _m = new();

    [Fact]
    public void A_raw_prompt_is_sent_as_it_is()
    {
        const string Prompt = "  Photograph it.\n    { \"price\": \"${amount}\" }\nSoft light.";
        Assert.Equal(Prompt, CompiledText.Prose(_m.Generation(new Scene { Prompt = _m.Text(Prompt + "\n") }), "en"));
    }

    [Fact]
    public void Intent_scene_and_subject_are_paragraphs_of_their_own() =>
        CompiledText.AssertProse(
            _m.Generation(
                new Scene
                {
                    Prompt = _m.Text("Draw this."),
                    Content = _m.Word("infographic"),
                    Purpose = _m.Field("purpose", "a hallway poster"),
                    Audience = _m.Field("audience", new object[] { "hikers", "families" }),
                    Subject = _m.Subject(
                        "three bees",
                        ("setting", "a meadow"),
                        ("action", "dancing"),
                        ("mood", "busy"),
                        ("count", 3)
                    ),
                    Domains =
                    [
                        _m.Domain(
                            "infographic",
                            ("topic", "how bees dance"),
                            ("background", "aged parchment"),
                            ("text-style", "short captions"),
                            ("data", "[4 stages]"),
                            ("highlight", "the third stage")
                        ),
                        _m.Domain("education", ("level", "ten-year-olds"), ("hierarchy", "bees first")),
                    ],
                }
            ),
            """
            Draw this.

            Create an infographic. Intended use: a hallway poster. Audience: hikers, families.

            Learners: ten-year-olds.

            Setting: a meadow. Mood: busy. Background: aged parchment.

            Subject: three bees. Action: dancing. Count: exactly 3.

            Topic: how bees dance. Facts to show: [4 stages]. Highlight: the third stage.

            Visual order: bees first.

            Lettering: short captions.
            """,
            """
            Draw this.

            인포그래픽을 만드세요. 용도: a hallway poster. 보는 사람: hikers, families.

            학습자: ten-year-olds.

            장면: a meadow. 분위기: busy. 배경: aged parchment.

            주제: three bees. 동작: dancing. 수량: 정확히 3.

            다룰 내용: how bees dance. 보여 줄 정보: [4 stages]. 강조할 것: the third stage.

            보여 줄 순서: bees first.

            글자 모양: short captions.
            """
        );

    [Fact]
    public void A_kind_of_picture_in_words_is_said_as_it_is() =>
        CompiledText.AssertProse(
            _m.Generation(new Scene { Content = _m.Value("a zine cover") }),
            "Kind of picture: a zine cover.",
            "그림의 종류: a zine cover."
        );

    [Fact]
    public void Styles_are_blended_in_their_shares() =>
        CompiledText.AssertProse(
            _m.Generation(
                new Scene
                {
                    Style = _m.Style(("artist", "Katsushika Hokusai"), ("texture", "paper grain")) with
                    {
                        Mixes =
                        [
                            new StyleMix(_m.Text("plein-air oil painting"), _m.Percent("70%"), _m.Place()),
                            new StyleMix(_m.Text("Japanese woodblock print"), _m.Percent("30%"), _m.Place()),
                        ],
                        Palette =
                        [
                            new PaletteColor("primary", _m.Color("#2E4057")),
                            new PaletteColor("text", _m.Value("warm white")),
                        ],
                    },
                }
            ),
            "Style: a blend of plein-air oil painting (70%) and Japanese woodblock print (30%). In the manner of: Katsushika Hokusai. Texture: paper grain. Palette: primary #2E4057, lettering warm white.",
            "화풍 혼합: plein-air oil painting(70%), Japanese woodblock print(30%). 참고할 작가: Katsushika Hokusai. 질감: paper grain. 색: 주조색 #2E4057, 글자색 warm white."
        );

    [Fact]
    public void Pictures_are_numbered_and_named_by_role() =>
        CompiledText.AssertProse(
            _m.Edit("dress her", new Scene(), []) with
            {
                Changes = [_m.TextWithPictures("dress the person of ", "customer", " in the coat of ", "coat", "")],
                Inputs =
                [
                    new InputPicture(
                        1,
                        new FileInput("a.png"),
                        [
                            new PictureUse(null, null, _m.Place()),
                            new PictureUse(
                                "customer",
                                _m.Reference("customer", ("role", _m.Word("content"))),
                                _m.Place()
                            ),
                        ]
                    ),
                    _m.Picture(
                        2,
                        "coat",
                        _m.Reference(
                            "coat",
                            ("role", new object[] { _m.Word("product"), _m.Word("material") }),
                            ("take", "the cut and the collar"),
                            ("ignore", "the hanger"),
                            ("part", "left half"),
                            ("strength", _m.Percent("70%"))
                        )
                    ),
                    _m.Picture(3, "mood", _m.Reference("mood")),
                ],
            },
            """
            Image 1 (content): the picture to edit.
            Image 2 (product, material): take the cut and the collar; ignore the hanger; use only this part: left half; follow it at 70% strength.
            Image 3: a reference picture.

            Change only the following: dress the person of Image 1 in the coat of Image 2.
            """,
            """
            이미지 1(내용): 수정할 그림.
            이미지 2(제품, 재질): 가져올 것은 the cut and the collar. 무시할 것은 the hanger. 사용할 부분은 left half. 반영 정도는 70%.
            이미지 3: 참고할 그림.

            다음만 바꾸세요: dress the person of 이미지 1 in the coat of 이미지 2.
            """
        );

    [Fact]
    public void A_slot_for_a_picture_that_is_not_sent_keeps_its_name_and_is_noted()
    {
        Stage stage = _m.Generation(
            new Scene
            {
                Purpose = new Field("purpose", new TextValue(_m.TextWithPictures("like ", "board", "")), _m.Place()),
            }
        );
        Assert.Equal("Intended use: like board.", CompiledText.Prose(stage, "en"));
        Assert.Equal("board", Assert.Single(Lowering.Lower(stage, "en").Notes.MissingPictures).Name);
    }

    [Fact]
    public void A_list_with_commas_inside_is_joined_by_semicolons() =>
        Assert.Equal(
            "Do not include: people, small or large; boats. A second dog.",
            CompiledText.Prose(
                _m.Generation(new Scene { Negatives = _m.Texts("people, small or large", "boats.", "A second dog") }),
                "en"
            )
        );
}
