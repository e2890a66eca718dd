using PromptDsl.Compilation;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class ObjectTextTests
{
    private readonly ModelBuilder _m = new();

    [Fact]
    public void An_object_is_introduced_by_its_place_and_its_description() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object(null, "a brass lamp", _m.Fields(("at", _m.Word("top-left")), ("color", _m.Color("#E0A526")))),
                _m.Object(null, "a gull", _m.Fields(("count", 3), ("emphasis", _m.Word("low"))))
            ),
            """
            At the top left: a brass lamp. Color: #E0A526.

            Include: a gull. Count: exactly 3. Keep this understated.
            """,
            """
            화면 왼쪽 위: a brass lamp. 색: #E0A526.

            그릴 것: a gull. 수량: 정확히 3. 두드러지지 않게 표현.
            """
        );

    [Fact]
    public void Every_field_is_said_under_its_label() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object(
                    null,
                    "a teapot",
                    _m.Fields(
                        ("size", "small"),
                        ("color", "brick red"),
                        ("material", new object[] { "iron", "enamel" }),
                        ("texture", "chipped"),
                        ("state", "half open"),
                        ("action", "steaming"),
                        ("pose", "tilted"),
                        ("expression", "smug"),
                        ("wardrobe", "a knitted cosy"),
                        ("emphasis", _m.Word("normal")),
                        ("negatives", new object[] { "a lid", "tea" })
                    )
                )
            ),
            "Include: a teapot. Size: small. Color: brick red. Material: iron, enamel. Texture: chipped. State: half open. Action: steaming. Pose: tilted. Expression: smug. Wardrobe: a knitted cosy. Give this normal emphasis. Without: a lid, tea.",
            "그릴 것: a teapot. 크기: small. 색: brick red. 재질: iron, enamel. 질감: chipped. 상태: half open. 동작: steaming. 자세: tilted. 표정: smug. 옷차림: a knitted cosy. 보통 정도로 강조. 제외: a lid, tea."
        );

    [Fact]
    public void A_relation_calls_its_target_by_name_after_it_was_introduced() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object(
                    "lamp",
                    "a brass lamp",
                    null,
                    _m.Relation("on", "table"),
                    _m.Relation("next-to", "cat", "vase")
                ),
                _m.Object("table", "a table of oak"),
                _m.Object("cat", "a sleeping cat"),
                _m.Object("vase", "a tall vase")
            ),
            """
            Include: a table of oak.

            Include: a sleeping cat.

            Include: a tall vase.

            On the table, next to the cat and the vase: a brass lamp.
            """,
            """
            그릴 것: a table of oak.

            그릴 것: a sleeping cat.

            그릴 것: a tall vase.

            table 위, cat과 vase 곁: a brass lamp.
            """
        );

    [Theory]
    [InlineData("left-of", "To the left of the hut: a pine.", "오두막 왼쪽: 소나무.")]
    [InlineData("right-of", "To the right of the hut: a pine.", "오두막 오른쪽: 소나무.")]
    [InlineData("above", "Above the hut: a pine.", "오두막 위쪽: 소나무.")]
    [InlineData("below", "Below the hut: a pine.", "오두막 아래쪽: 소나무.")]
    [InlineData("in-front-of", "In front of the hut: a pine.", "오두막 앞: 소나무.")]
    [InlineData("behind", "Behind the hut: a pine.", "오두막 뒤: 소나무.")]
    [InlineData("inside", "Inside the hut: a pine.", "오두막 안: 소나무.")]
    [InlineData("on", "On the hut: a pine.", "오두막 위: 소나무.")]
    [InlineData("next-to", "Next to the hut: a pine.", "오두막 곁: 소나무.")]
    [InlineData("facing", "Include: a pine. Facing: the hut.", "그릴 것: 소나무. 바라보는 대상: 오두막.")]
    [InlineData("holding", "Include: a pine. Holding: the hut.", "그릴 것: 소나무. 들고 있는 것: 오두막.")]
    [InlineData("wearing", "Include: a pine. Wearing: the hut.", "그릴 것: 소나무. 몸에 걸친 것: 오두막.")]
    public void Every_relation_has_words(string kind, string english, string korean)
    {
        Assert.Contains(
            english,
            CompiledText.Prose(
                Generation(_m.Object("hut", "a hut"), _m.Object(null, "a pine", null, _m.Relation(kind, "hut"))),
                "en"
            )
        );
        Assert.Contains(
            korean,
            CompiledText.Prose(
                Generation(
                    _m.Object("오두막", "낡은 오두막"),
                    _m.Object(null, "소나무", null, _m.Relation(kind, "오두막"))
                ),
                "ko"
            )
        );
    }

    [Fact]
    public void A_name_that_the_description_does_not_hold_is_added_when_it_is_called()
    {
        ObjectThing hut = _m.Object("cabin", "a weathered pine hut");
        Stage stage = Generation(
            hut,
            _m.Object("stone-bridge", "an arch of granite"),
            _m.Object(null, "a lake", null, _m.Relation("below", "cabin"))
        );
        CompiledText.AssertProseIn(
            "en",
            stage,
            """
            Include: a weathered pine hut, the cabin.

            Include: an arch of granite.

            Below the cabin: a lake.
            """
        );
        PromptDocument document = Lowering.Lower(stage, "en");
        Assert.Same(hut, Assert.Single(document.Notes.AddedNames));
    }

    [Fact]
    public void A_name_that_is_added_in_Korean_stands_in_brackets()
    {
        Stage stage = Generation(
            _m.Object("오두막", "낡은 움막"),
            _m.Object("다리", "돌다리"),
            _m.Object(null, "호수", null, _m.Relation("below", "오두막", "다리"))
        );
        CompiledText.AssertProseIn(
            "ko",
            stage,
            """
            그릴 것: 낡은 움막(오두막).

            그릴 것: 돌다리.

            오두막과 다리 아래쪽: 호수.
            """
        );
    }

    [Fact]
    public void A_name_is_added_after_a_description_that_is_a_sentence() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object("cabin", "A hut. It leans."),
                _m.Object(null, "a lake", null, _m.Relation("below", "cabin"))
            ),
            """
            Include: A hut. It leans. This is the cabin.

            Below the cabin: a lake.
            """,
            """
            그릴 것: A hut. It leans. 이름: cabin.

            cabin 아래쪽: a lake.
            """
        );

    [Fact]
    public void A_proper_name_takes_no_article() =>
        CompiledText.AssertProseIn(
            "en",
            Generation(
                _m.Object("juno", "Juno, a girl of ten"),
                _m.Object("beehive", "a lamp like a beehive"),
                _m.Object(null, "a gull", null, _m.Relation("next-to", "juno", "beehive"))
            ),
            """
            Include: Juno, a girl of ten.

            Include: a lamp like a beehive.

            Next to Juno and the beehive: a gull.
            """
        );

    [Fact]
    public void An_object_without_a_description_is_introduced_by_its_name() =>
        CompiledText.AssertProseIn(
            "en",
            Generation(
                _m.Object("stone-bridge", null, _m.Fields(("at", _m.Word("center")))),
                _m.Object(null, "a boat", null, _m.Relation("below", "stone-bridge"))
            ),
            """
            In the center: stone bridge.

            Below the stone bridge: a boat.
            """
        );

    [Fact]
    public void Objects_that_place_each_other_stay_in_the_order_of_the_source() =>
        CompiledText.AssertProseIn(
            "en",
            Generation(
                _m.Object("cat", "a cat", null, _m.Relation("left-of", "dog")),
                _m.Object("dog", "a dog", null, _m.Relation("right-of", "cat"))
            ),
            """
            To the left of the dog: a cat.

            To the right of the cat: a dog.
            """
        );

    [Fact]
    public void Words_can_be_the_target_of_a_relation() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object(
                    null,
                    "a girl",
                    null,
                    _m.RelationToWords("holding", "a paper crane"),
                    _m.RelationToWords("above", "the waterline")
                )
            ),
            "Above the waterline: a girl. Holding: a paper crane.",
            "the waterline 위쪽: a girl. 들고 있는 것: a paper crane."
        );

    [Fact]
    public void A_reference_that_shows_the_object_is_called_by_its_number()
    {
        var scene = new Scene { Things = [_m.Object("juno", "Juno", _m.Fields(("from", _m.Name("sheet"))))] };
        Stage stage = _m.Generation(
            scene,
            _m.Picture(1, "sheet", _m.Reference("sheet", ("role", _m.Word("character"))))
        );
        CompiledText.AssertProse(
            stage,
            """
            Image 1 (character): a reference picture.

            Include: Juno. Appearance as in: Image 1.
            """,
            """
            이미지 1(인물): 참고할 그림.

            그릴 것: Juno. 참고할 그림: 이미지 1.
            """
        );
    }

    [Theory]
    [InlineData("a hut.", "Include: a hut.")]
    [InlineData("A hut!", "Include: A hut!")]
    [InlineData("“A hut.”", "Include: “A hut.”")]
    [InlineData("오두막이다。", "Include: 오두막이다。")]
    [InlineData("a hut…", "Include: a hut…")]
    [InlineData("a hut:", "Include: a hut:")]
    [InlineData("  a hut \n", "Include: a hut.")]
    [InlineData("a hut\nand a pine", "Include: a hut\nand a pine.")]
    [InlineData("a hut (1.)", "Include: a hut (1.).")]
    public void No_second_mark_is_added(string description, string expected) =>
        Assert.Equal(expected, CompiledText.Prose(Generation(_m.Object(null, description)), "en"));

    private Stage Generation(params Thing[] things) => _m.Generation(new Scene { Things = [.. things] });
}
