using PromptDsl.Semantics.Model;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class LetteringTextTests
{
    private readonly ModelBuilder _m = new();

    [Fact]
    public void Copy_is_quoted_and_said_to_be_exact() =>
        CompiledText.AssertProse(
            Generation(
                _m.Lettering(
                    null,
                    "Morning Retreat",
                    _m.Fields(
                        ("at", _m.Word("top")),
                        ("font", "hand-lettered serif"),
                        ("weight", "medium"),
                        ("size", _m.Word("large")),
                        ("color", _m.Color("#FF5533")),
                        ("spacing", "slightly wide"),
                        ("language", "English"),
                        ("case", _m.Word("upper")),
                        ("spell", true)
                    )
                ),
                _m.Lettering(null, "Since 1907")
            ),
            """
            At the top: the text "Morning Retreat", exactly as written. Lettering: hand-lettered serif. Weight: medium. Letter size: large. Color: #FF5533. Letter spacing: slightly wide. Language: English. Capitalization: all capitals. Letter by letter: M-o-r-n-i-n-g (space) R-e-t-r-e-a-t.

            Include the text "Since 1907", exactly as written.
            """,
            """
            화면 위쪽: "Morning Retreat" 문구, 적힌 그대로. 서체: hand-lettered serif. 굵기: medium. 글자 크기: 크게. 글자색: #FF5533. 자간: slightly wide. 언어: English. 대소문자: 모두 대문자. 한 글자씩: M-o-r-n-i-n-g (띄어쓰기) R-e-t-r-e-a-t.

            넣을 것: "Since 1907" 문구, 적힌 그대로.
            """
        );

    [Fact]
    public void A_relation_calls_copy_by_its_literal() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object(null, "a wave", null, _m.Relation("above", "wordmark")),
                _m.Lettering("wordmark", "Tidewater", _m.Fields(("at", _m.Word("bottom"))))
            ),
            """
            Above the text "Tidewater": a wave.

            At the bottom: the text "Tidewater", exactly as written.
            """,
            """
            "Tidewater" 문구 위쪽: a wave.

            화면 아래쪽: "Tidewater" 문구, 적힌 그대로.
            """
        );

    [Fact]
    public void Copy_with_quotes_stands_in_curly_ones_and_keeps_its_lines() =>
        CompiledText.AssertProse(
            Generation(_m.Lettering(null, "Say \"hi\"\nto Juno!")),
            """
            Include the text “Say "hi"
            to Juno!”, exactly as written.
            """,
            """
            넣을 것: “Say "hi"
            to Juno!” 문구, 적힌 그대로.
            """
        );

    [Fact]
    public void Copy_is_spelled_by_what_a_reader_sees_as_a_letter() =>
        CompiledText.AssertProse(
            Generation(_m.Lettering(null, "고요 e\u0301👩‍🚀\nA", _m.Fields(("spell", true)))),
            """
            Include the text "고요 é👩‍🚀
            A", exactly as written. Letter by letter: 고-요 (space) é-👩‍🚀 (line break) A.
            """,
            """
            넣을 것: "고요 é👩‍🚀
            A" 문구, 적힌 그대로. 한 글자씩: 고-요 (띄어쓰기) é-👩‍🚀 (줄바꿈) A.
            """
        );

    [Fact]
    public void A_table_is_lettered_row_by_row() =>
        CompiledText.AssertProse(
            Generation(
                _m.Table(
                    "output",
                    "Village sun",
                    _m.Fields(
                        ("as", _m.Word("column-chart")),
                        ("unit", "MWh"),
                        ("columns", new object[] { "Year", "Output" }),
                        ("at", _m.Word("center"))
                    ),
                    _m.Row(null, "2023", 18),
                    _m.Row("Best", "2026", 29)
                ),
                _m.Table(null, null, _m.Fields(), _m.Row("Pier soup", "$9"))
            ),
            """
            In the center: a column chart titled "Village sun". Unit: "MWh". Letter every word and number exactly as written.
            - Columns: "Year", "Output".
            - Row 1: "2023", 18.
            - Row 2 "Best": "2026", 29.

            Include a table. Letter every word and number exactly as written.
            - Row 1 "Pier soup": "$9".
            """,
            """
            화면 가운데: 제목이 "Village sun"인 세로 막대그래프. 단위: "MWh". 글자와 숫자는 모두 적힌 그대로 옮기세요.
            - 열: "Year", "Output".
            - 1행: "2023", 18.
            - 2행 "Best": "2026", 29.

            넣을 것: 표. 글자와 숫자는 모두 적힌 그대로 옮기세요.
            - 1행 "Pier soup": "$9".
            """
        );

    [Fact]
    public void A_table_is_called_by_its_title() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object(null, "a sun", null, _m.Relation("above", "output")),
                _m.Table("output", "Village sun", _m.Fields(("as", _m.Word("menu"))), _m.Row("Soup", 3))
            ),
            """
            Above the menu list "Village sun": a sun.

            Include a menu list titled "Village sun". Letter every word and number exactly as written.
            - Row 1 "Soup": 3.
            """,
            """
            "Village sun" 차림표 위쪽: a sun.

            넣을 것: 제목이 "Village sun"인 차림표. 글자와 숫자는 모두 적힌 그대로 옮기세요.
            - 1행 "Soup": 3.
            """
        );

    [Fact]
    public void Callouts_are_numbered_and_point_at_what_they_name() =>
        CompiledText.AssertProse(
            Generation(
                _m.Object("handle", "a bent handle"),
                _m.Object("drawer", "a beech drawer"),
                _m.Callout(
                    "Handle",
                    _m.Fields(("target", _m.Name("handle")), ("number", 1), ("side", _m.Word("right")))
                ),
                _m.Callout("Wow!", _m.Fields(("target", _m.Name("drawer")))),
                _m.Callout("Axis", _m.Fields())
            ),
            """
            Include: a bent handle.

            Include: a beech drawer.

            Labels with leader lines, lettered exactly as written:
            - Label numbered 1: "Handle", pointing at the handle, on its right.
            - Label: "Wow!", pointing at the drawer.
            - Label: "Axis".
            """,
            """
            그릴 것: a bent handle.

            그릴 것: a beech drawer.

            지시선을 단 이름표를 적힌 그대로 넣기:
            - 1번 이름표: "Handle", 가리킬 대상은 handle, 그 오른쪽에 표시.
            - 이름표: "Wow!", 가리킬 대상은 drawer.
            - 이름표: "Axis".
            """
        );

    private Stage Generation(params Thing[] things) => _m.Generation(new Scene { Things = [.. things] });
}
