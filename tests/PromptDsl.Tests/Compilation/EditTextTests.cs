using PromptDsl.Semantics.Model;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class EditTextTests
{
    private readonly ModelBuilder _m = new();

    [Fact]
    public void An_edit_says_what_changes_and_what_stays() =>
        CompiledText.AssertProse(
            _m.Edit(
                "wrap the scene in mist",
                new Scene { Negatives = _m.Texts("people") },
                [_m.Object("cabin", "a pine cabin"), _m.Lettering("headline", "Slow Tide")],
                _m.Name("cabin"),
                _m.Name("headline"),
                "the camera position"
            ),
            """
            Change only the following: wrap the scene in mist.

            Keep unchanged: a pine cabin, the text "Slow Tide", the camera position.

            Do not include: people.
            """,
            """
            다음만 바꾸세요: wrap the scene in mist.

            그대로 유지: a pine cabin, "Slow Tide" 문구, the camera position.

            넣지 말 것: people.
            """
        );

    [Fact]
    public void Several_changes_are_a_list() =>
        CompiledText.AssertProse(
            _m.Edit(null, new Scene(), []) with
            {
                Changes = _m.Texts("brighten the sky.", "widen the path"),
            },
            """
            Change only the following:
            - brighten the sky.
            - widen the path.
            """,
            """
            다음만 바꾸세요:
            - brighten the sky.
            - widen the path.
            """
        );

    [Fact]
    public void An_edit_that_only_adds_limits_itself_to_that() =>
        CompiledText.AssertProse(
            _m.Edit(
                null,
                new Scene
                {
                    Things =
                    [
                        _m.Object("cat", "a cat", _m.Fields(("at", _m.Word("left")))),
                        _m.Object(null, "a bowl"),
                        _m.Lettering(null, "Open"),
                        _m.Callout("Cat", _m.Fields(("target", _m.Name("cat")))),
                        _m.Region(null, _m.Area("a banner"), _m.Fields(("at", _m.Word("top")))),
                        _m.Grid("2x1", null, null, _m.Area("a sun"), _m.Area("a moon")),
                        _m.Table(null, null, _m.Fields(("as", _m.Word("menu"))), _m.Row("Soup", 3)),
                    ],
                },
                []
            ),
            """
            Change only the following.

            Add on the left: a cat.

            Add: a bowl.

            Add the text "Open", exactly as written.

            Add a menu list. Letter every word and number exactly as written.
            - Row 1 "Soup": 3.

            Add labels with leader lines, lettered exactly as written:
            - Label: "Cat", pointing at the cat.

            Add an area at the top: a banner.

            Add a grid of 2 columns and 1 row, read row by row.
            - Row 1, column 1: a sun.
            - Row 1, column 2: a moon.
            """,
            """
            다음만 바꾸세요.

            화면 왼쪽에 추가: a cat.

            추가: a bowl.

            추가: "Open" 문구, 적힌 그대로.

            추가: 차림표. 글자와 숫자는 모두 적힌 그대로 옮기세요.
            - 1행 "Soup": 3.

            지시선을 단 이름표를 적힌 그대로 추가:
            - 이름표: "Cat", 가리킬 대상은 cat.

            화면 위쪽에 추가할 영역: a banner.

            추가: 2열 1행 격자, 왼쪽 위 칸부터 한 행씩 읽음.
            - 1행 1열: a sun.
            - 1행 2열: a moon.
            """
        );

    [Fact]
    public void What_the_picture_holds_is_described_when_it_is_first_called() =>
        CompiledText.AssertProse(
            _m.Edit(
                "add a cat",
                new Scene { Things = [_m.Object("cat", "a tabby", null, _m.Relation("on", "cabin"))] },
                [_m.Object("cabin", "a weathered pine hut"), _m.Object("lake", "a mirror-still lake")],
                _m.Name("cabin"),
                _m.Name("cat"),
                _m.Name("lake")
            ),
            """
            Change only the following: add a cat.

            Add on a weathered pine hut, the cabin: a tabby, the cat.

            Keep unchanged: the cabin, the cat, a mirror-still lake.
            """,
            """
            다음만 바꾸세요: add a cat.

            a weathered pine hut(cabin) 위에 추가: a tabby(cat).

            그대로 유지: cabin, cat, a mirror-still lake.
            """
        );

    [Fact]
    public void A_description_that_is_a_sentence_follows_the_name_in_brackets() =>
        CompiledText.AssertProse(
            _m.Edit(
                null,
                new Scene
                {
                    Things =
                    [
                        _m.Object(null, "a cat", null, _m.Relation("facing", "cabin"), _m.Relation("left-of", "cabin")),
                    ],
                },
                [_m.Object("cabin", "A weathered hut. It leans.")]
            ),
            """
            Change only the following.

            Add to the left of the cabin (A weathered hut. It leans.): a cat. Facing: the cabin.
            """,
            """
            다음만 바꾸세요.

            cabin(A weathered hut. It leans.) 왼쪽에 추가: a cat. 바라보는 대상: cabin.
            """
        );

    [Fact]
    public void Several_edited_pictures_are_combined() =>
        CompiledText.AssertProse(
            _m.Edit("set the stall on the quay", new Scene(), []) with
            {
                Inputs = [_m.Picture(1, "street"), _m.Picture(2, "stall")],
                Changes = [_m.TextWithPictures("set the stall of ", "stall", " on the quay of ", "street", "")],
            },
            """
            Image 1: a picture to combine.
            Image 2: a picture to combine.

            Change only the following: set the stall of Image 2 on the quay of Image 1.
            """,
            """
            이미지 1: 합칠 그림.
            이미지 2: 합칠 그림.

            다음만 바꾸세요: set the stall of 이미지 2 on the quay of 이미지 1.
            """
        );
}
