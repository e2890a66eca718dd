using PromptDsl.Semantics.Model;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class LayoutTextTests
{
    private readonly ModelBuilder _m = new();

    [Fact]
    public void A_region_holds_its_own_things_style_and_negatives() =>
        CompiledText.AssertProse(
            Generation(
                _m.Region(
                    "past",
                    _m.Area(
                        "the spinning hall in 1907",
                        _m.Object(
                            "frames",
                            "rows of iron frames",
                            _m.Fields(("at", _m.Word("midground")), ("emphasis", _m.Word("high")))
                        ),
                        _m.Object(null, "an overseer", null, _m.Relation("in-front-of", "frames")),
                        _m.Object(null, "a cat"),
                        _m.Lettering(null, "1907", _m.Fields(("at", _m.Word("bottom-left")))),
                        _m.Region(
                            null,
                            _m.Area("a window", _m.Object(null, "a crow")),
                            _m.Fields(("at", _m.Word("top")))
                        )
                    ) with
                    {
                        Style = _m.Style(("medium", "albumen print")) with { Palette = _m.Palette("sepia", "bone") },
                        Negatives = _m.Texts("steam"),
                    },
                    _m.Fields(("at", _m.Word("left")), ("share", _m.Percent("50%")))
                ),
                _m.Region(null, _m.Area("open sky"))
            ),
            """
            The area on the left (50% of the picture): the spinning hall in 1907. Medium: albumen print. Palette: sepia, bone. Without: steam. Within this area:
            - In the midground: rows of iron frames. Make this stand out.
            - In front of the frames: an overseer.
            - a cat.
            - At the bottom left: the text "1907", exactly as written.
            - The area at the top: a window. Within this area:
              - a crow.

            An area: open sky.
            """,
            """
            화면 왼쪽 영역(화면의 50%): the spinning hall in 1907. 재료와 기법: albumen print. 색: sepia, bone. 제외: steam. 이 영역 안에 그릴 것:
            - 중간 거리: rows of iron frames. 눈에 띄게 강조.
            - frames 앞: an overseer.
            - a cat.
            - 왼쪽 아래: "1907" 문구, 적힌 그대로.
            - 위쪽 영역: a window. 이 영역 안에 그릴 것:
              - a crow.

            영역: open sky.
            """
        );

    [Fact]
    public void A_grid_is_read_cell_by_cell() =>
        CompiledText.AssertProse(
            Generation(
                _m.Grid(
                    "2x2",
                    _m.Fields(
                        ("at", _m.Word("center")),
                        ("gutter", _m.Percent("4%")),
                        ("negatives", new object[] { "frames" })
                    ),
                    _m.Area("a die-cut sticker"),
                    _m.Area("a cat"),
                    _m.Area("a dog", _m.Lettering(null, "Wuff!", _m.Fields(("at", _m.Word("bottom"))))),
                    _m.Area(null),
                    _m.Area("an owl") with
                    {
                        Negatives = _m.Texts("a branch"),
                    }
                )
            ),
            """
            In the center: a grid of 2 columns and 2 rows, read row by row. Between the cells: 4%. Without: frames.
            - Every cell: a die-cut sticker.
            - Row 1, column 1: a cat.
            - Row 1, column 2: a dog.
              - At the bottom: the text "Wuff!", exactly as written.
            - Row 2, column 2: an owl. Without: a branch.
            """,
            """
            화면 가운데: 2열 2행 격자, 왼쪽 위 칸부터 한 행씩 읽음. 칸 사이: 4%. 제외: frames.
            - 모든 칸: a die-cut sticker.
            - 1행 1열: a cat.
            - 1행 2열: a dog.
              - 아래쪽: "Wuff!" 문구, 적힌 그대로.
            - 2행 2열: an owl. 제외: a branch.
            """
        );

    [Fact]
    public void The_safe_area_is_a_sentence_for_each_field() =>
        CompiledText.AssertProse(
            _m.Generation(
                new Scene
                {
                    SafeArea = _m.SafeArea(
                        ("top", "60%"),
                        ("bottom", "50%"),
                        ("left", "40%"),
                        ("right", "30%"),
                        ("margin-top", "1%"),
                        ("margin-bottom", "2%"),
                        ("margin-left", "3%"),
                        ("margin-right", "4%")
                    ),
                }
            ),
            "Keep everything important within the top 60% of the picture. Keep everything important within the bottom 50% of the picture. Keep everything important within the left 40% of the picture. Keep everything important within the right 30% of the picture. Leave an empty margin of 1% at the top. Leave an empty margin of 2% at the bottom. Leave an empty margin of 3% on the left. Leave an empty margin of 4% on the right.",
            "중요한 요소는 모두 화면 위쪽 60% 안에 두세요. 중요한 요소는 모두 화면 아래쪽 50% 안에 두세요. 중요한 요소는 모두 화면 왼쪽 40% 안에 두세요. 중요한 요소는 모두 화면 오른쪽 30% 안에 두세요. 화면 맨 위 1%는 여백으로 비워 두세요. 화면 맨 아래 2%는 여백으로 비워 두세요. 화면 왼쪽 끝 3%는 여백으로 비워 두세요. 화면 오른쪽 끝 4%는 여백으로 비워 두세요."
        );

    [Fact]
    public void An_area_is_called_by_its_place() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object(null, "a kite", null, _m.Relation("inside", "sky")),
                _m.Region("sky", _m.Area("low clouds"), _m.Fields(("at", _m.Word("top"))))
            ),
            """
            Inside the area at the top: a kite.

            The area at the top: low clouds.
            """,
            """
            위쪽 영역 안: a kite.

            화면 위쪽 영역: low clouds.
            """
        );

    private Stage Generation(params Thing[] things) => _m.Generation(new Scene { Things = [.. things] });
}
