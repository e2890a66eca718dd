using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

/// <summary>The texts of files in <c>examples/</c>, as they are sent.</summary>
public class ExampleTextTests
{
    private readonly ModelBuilder _m = new();

    [Fact]
    public void Slow_tide_layout() =>
        CompiledText.AssertProseIn(
            "en",
            Models.SlowTideLayout(_m),
            """
            Create a poster. Intended use: a wall poster for a row of holiday cabins.

            Image 1 (style): take brushwork and muted greens.

            Setting: reeds, wet sand and a line of low hills.

            Subject: a boathouse on stilts at the edge of a tidal inlet.

            On the left: a tarred boathouse with a red door. Make this stand out.

            On the right: two leaning alders. Count: exactly 2.

            Below the boathouse: a calm inlet at half tide.

            Keep everything important within the top 60% of the picture. Leave an empty margin of 10% at the bottom.

            Medium: oil on canvas. Art movement: Impressionism. Palette: #51666B, #A9B8A3, #E7D9BC, #C4633B.

            Do not include: people, motorboats, watermark.
            """
        );

    [Fact]
    public void Slow_tide_lettering() =>
        CompiledText.AssertProseIn(
            "en",
            Models.SlowTideLettering(_m),
            """
            Change only the following: add the name of the place in the open sky.

            Add above a tarred boathouse with a red door: the text "Slow Tide", exactly as written. Lettering: loose hand-brushed script. Color: #7A2F17.

            Keep unchanged: the boathouse, two leaning alders, a calm inlet at half tide, the mist.

            Stay in the same style. Medium: oil on canvas. Art movement: Impressionism. Palette: #51666B, #A9B8A3, #E7D9BC, #C4633B.

            Do not include: people, motorboats, watermark.
            """
        );

    [Fact]
    public void Quiet_morning_layout() =>
        CompiledText.AssertProseIn(
            "ko",
            Models.QuietMorningLayout(_m),
            """
            포스터를 만드세요. 용도: 호숫가 민박의 현관에 걸 포스터.

            장면: 솔숲이 둘러싼 작은 산속 호수.

            주제: 호숫가 갈대밭에 기대선 오두막.

            화면 왼쪽: 돌 굴뚝이 있는 낡은 통나무 오두막. 눈에 띄게 강조.

            화면 오른쪽: 호수 쪽으로 기운 자작나무 세 그루. 수량: 정확히 3.

            오두막 아래쪽: 바람 한 점 없이 잔잔한 호수.

            중요한 요소는 모두 화면 위쪽 60% 안에 두세요. 화면 맨 아래 10%는 여백으로 비워 두세요.

            재료와 기법: 캔버스에 유화. 미술 사조: 인상주의. 색: #4C6470, #B5C2B7, #EFE3C8, #B5523B.

            넣지 말 것: 사람, 모터보트, 워터마크.
            """
        );

    [Fact]
    public void Quiet_morning_lettering() =>
        CompiledText.AssertProseIn(
            "ko",
            Models.QuietMorningLettering(_m),
            """
            다음만 바꾸세요: 오두막 위 빈 하늘에 집 이름을 써넣기.

            돌 굴뚝이 있는 낡은 통나무 오두막 위쪽에 추가: "고요한 아침" 문구, 적힌 그대로. 서체: 획 끝이 풀린 붓글씨. 글자색: #7E2A18.

            그대로 유지: 오두막, 호수 쪽으로 기운 자작나무 세 그루, 바람 한 점 없이 잔잔한 호수, 물안개.

            화풍은 그대로 유지하세요. 재료와 기법: 캔버스에 유화. 미술 사조: 인상주의. 색: #4C6470, #B5C2B7, #EFE3C8, #B5523B.

            넣지 말 것: 사람, 모터보트, 워터마크.
            """
        );

    [Fact]
    public void Relations() =>
        CompiledText.AssertProseIn(
            "ko",
            Models.Relations(_m),
            """
            일러스트를 만드세요. 용도: 요리 산문집의 표제 그림.

            장면: 아궁이가 있는 옛 부엌. 분위기: 김이 서린 듯 포근함.

            주제: 한겨울 부엌에서 만두를 빚는 할머니와 손녀.

            화면 왼쪽: 쪽 찐 머리의 할머니. 몸에 걸친 것: 앞치마. 바라보는 대상: 손녀. 눈에 띄게 강조.

            그릴 것: 밀가루가 묻은 무명 앞치마. 색: 쪽빛.

            할머니 오른쪽: 두 갈래로 머리를 땋은 손녀. 들고 있는 것: 만두.

            손녀 앞: 한쪽이 터진 서툰 만두.

            뒤쪽 배경: 눈이 쌓인 작은 창.

            할머니 뒤, 창 곁: 김이 오르는 가마솥.

            재료와 기법: 색연필과 파스텔. 빛: 아궁이 불빛과 창으로 비쳐 든 눈밭의 흰빛.

            넣지 말 것: 현대식 가전, 글자.
            """
        );

    [Fact]
    public void Storyboard() =>
        CompiledText.AssertProseIn(
            "en",
            Models.Storyboard(_m),
            """
            Create a storyboard. Intended use: a storyboard page for the animation team.

            Setting: a spiral stair with small storm windows. Mood: breathless, then relieved.

            Subject: Juno chasing a runaway signal lamp down the lighthouse stairs.

            Include: Juno, a girl of ten with a black bob, brass goggles and a mustard raincoat. Make this stand out.

            Include a grid of 3 columns and 1 row, read row by row.
            - Every cell: one story beat, framed like a film still.
            - Row 1, column 1: wide shot: the lamp tips off its hook at the top of the stair.
            - Row 1, column 2: close shot: her eyes behind the goggles snap to the left.
            - Row 1, column 3: high angle: the lamp bounces down, she leaps after it.

            Medium: pencil and two grey markers, one accent colour. Lighting: lamp light that moves from panel to panel. Palette: graphite, warm grey, #E0A526.

            Do not include: speech balloons, captions, arrows.
            """
        );
}
