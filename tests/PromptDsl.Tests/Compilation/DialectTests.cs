using PromptDsl.Compilation.Dialects;
using PromptDsl.Semantics.Model;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class DialectTests
{
    private readonly ModelBuilder _m = new();

    [Fact]
    public void Dialects_are_found_by_name()
    {
        Assert.Equal(["prose", "labeled", "json"], PromptDialects.Names);
        Assert.All(
            PromptDialects.Names,
            name =>
            {
                Assert.True(PromptDialects.TryGet(name, out IPromptDialect? dialect));
                Assert.Equal(name, dialect.Name);
            }
        );
        Assert.False(PromptDialects.TryGet("xml", out _));
        Assert.Equal("prose", PromptDialects.Default.Name);
    }

    [Fact]
    public void Labeled_is_a_label_or_a_list_for_each_section() =>
        Check(
            "labeled",
            "en",
            Models.SlowTideLayout(_m),
            """
            Intent:
            - Create a poster.
            - Intended use: a wall poster for a row of holiday cabins

            Input images:
            - Image 1 (style): take brushwork and muted greens.

            Setting: reeds, wet sand and a line of low hills

            Subject: a boathouse on stilts at the edge of a tidal inlet

            In the picture:
            - On the left: a tarred boathouse with a red door. Make this stand out.
            - On the right: two leaning alders. Count: exactly 2.
            - Below the boathouse: a calm inlet at half tide.

            Layout:
            - Keep everything important within the top 60% of the picture. Leave an empty margin of 10% at the bottom.

            Style:
            - Medium: oil on canvas
            - Art movement: Impressionism
            - Palette: #51666B, #A9B8A3, #E7D9BC, #C4633B

            Do not include: people, motorboats, watermark
            """
        );

    [Fact]
    public void Labeled_is_in_the_language_of_the_file() =>
        Check(
            "labeled",
            "ko",
            Models.QuietMorningLettering(_m),
            """
            다음만 바꾸세요: 오두막 위 빈 하늘에 집 이름을 써넣기

            문구:
            - 돌 굴뚝이 있는 낡은 통나무 오두막 위쪽에 추가: "고요한 아침" 문구, 적힌 그대로. 서체: 획 끝이 풀린 붓글씨. 글자색: #7E2A18.

            그대로 유지: 오두막, 호수 쪽으로 기운 자작나무 세 그루, 바람 한 점 없이 잔잔한 호수, 물안개

            유지할 화풍:
            - 재료와 기법: 캔버스에 유화
            - 미술 사조: 인상주의
            - 색: #4C6470, #B5C2B7, #EFE3C8, #B5523B

            넣지 말 것: 사람, 모터보트, 워터마크
            """
        );

    [Fact]
    public void Labeled_nests_what_is_in_an_area() =>
        Check(
            "labeled",
            "en",
            _m.Generation(new Scene { Things = [_m.Region(null, _m.Area("a hall", _m.Object(null, "a cat")))] }),
            """
            Layout:
            - An area: a hall. Within this area:
              - a cat.
            """
        );

    [Fact]
    public void An_empty_stage_is_an_empty_text()
    {
        Stage stage = _m.Generation(new Scene());
        Assert.Equal("", CompiledText.Render(stage, "en", "prose").Text);
        Assert.Equal("", CompiledText.Render(stage, "en", "labeled").Text);
        Assert.Equal("{}", CompiledText.Render(stage, "en", "json").Text);
    }

    private static void Check(string dialect, string locale, Stage stage, string expected) =>
        CompiledText.AssertText(expected, CompiledText.Render(stage, locale, dialect).Text);
}
