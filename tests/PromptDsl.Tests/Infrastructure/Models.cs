using PromptDsl.Semantics.Model;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>Models of files in <c>examples/</c>.</summary>
internal static class Models
{
    /// <summary><c>pipeline/slow-tide.imgp</c>: its objects.</summary>
    public static Thing[] SlowTideThings(ModelBuilder m) =>
        [
            m.Object(
                "boathouse",
                "a tarred boathouse with a red door",
                m.Fields(("at", m.Word("left")), ("emphasis", m.Word("high")))
            ),
            m.Object("alders", "two leaning alders", m.Fields(("count", 2), ("at", m.Word("right")))),
            m.Object("inlet", "a calm inlet at half tide", null, m.Relation("below", "boathouse")),
        ];

    /// <summary><c>pipeline/slow-tide.imgp</c>: the stage <c>layout</c>.</summary>
    public static Stage SlowTideLayout(ModelBuilder m) =>
        m.Generation(
            new Scene
            {
                Content = m.Word("poster"),
                Purpose = m.Field("purpose", "a wall poster for a row of holiday cabins"),
                Subject = m.Subject(
                    "a boathouse on stilts at the edge of a tidal inlet",
                    ("setting", "reeds, wet sand and a line of low hills")
                ),
                Things = [.. SlowTideThings(m)],
                Style = SlowTideStyle(m),
                SafeArea = m.SafeArea(("top", "60%"), ("margin-bottom", "10%")),
                Negatives = m.Texts("people", "motorboats", "watermark"),
            },
            m.Picture(
                1,
                "board",
                m.Reference("board", ("role", m.Word("style")), ("take", "brushwork and muted greens"))
            )
        );

    /// <summary><c>pipeline/slow-tide.imgp</c>: the stage <c>lettering</c>.</summary>
    public static Stage SlowTideLettering(ModelBuilder m)
    {
        var scene = new Scene
        {
            Things =
            [
                m.Lettering(
                    "place-name",
                    "Slow Tide",
                    m.Fields(("font", "loose hand-brushed script"), ("color", m.Color("#7A2F17"))),
                    m.Relation("above", "boathouse")
                ),
            ],
            Negatives = m.Texts("people", "motorboats", "watermark"),
        };
        return m.Edit(
            "add the name of the place in the open sky",
            scene,
            [.. SlowTideThings(m)],
            m.Name("boathouse"),
            m.Name("alders"),
            m.Name("inlet"),
            "the mist"
        ) with
        {
            StyleReminder = SlowTideStyle(m),
        };
    }

    /// <summary><c>pipeline/quiet-morning.imgp</c>: its objects.</summary>
    public static Thing[] QuietMorningThings(ModelBuilder m) =>
        [
            m.Object(
                "오두막",
                "돌 굴뚝이 있는 낡은 통나무 오두막",
                m.Fields(("at", m.Word("left")), ("emphasis", m.Word("high")))
            ),
            m.Object("자작나무", "호수 쪽으로 기운 자작나무 세 그루", m.Fields(("count", 3), ("at", m.Word("right")))),
            m.Object("호수", "바람 한 점 없이 잔잔한 호수", null, m.Relation("below", "오두막")),
        ];

    /// <summary><c>pipeline/quiet-morning.imgp</c>: the stage <c>배치</c>.</summary>
    public static Stage QuietMorningLayout(ModelBuilder m) =>
        m.Generation(
            new Scene
            {
                Content = m.Word("poster"),
                Purpose = m.Field("purpose", "호숫가 민박의 현관에 걸 포스터"),
                Subject = m.Subject("호숫가 갈대밭에 기대선 오두막", ("setting", "솔숲이 둘러싼 작은 산속 호수")),
                Things = [.. QuietMorningThings(m)],
                Style = QuietMorningStyle(m),
                SafeArea = m.SafeArea(("top", "60%"), ("margin-bottom", "10%")),
                Negatives = m.Texts("사람", "모터보트", "워터마크"),
            }
        );

    /// <summary><c>pipeline/quiet-morning.imgp</c>: the stage <c>글자</c>.</summary>
    public static Stage QuietMorningLettering(ModelBuilder m)
    {
        var scene = new Scene
        {
            Things =
            [
                m.Lettering(
                    "이름",
                    "고요한 아침",
                    m.Fields(("font", "획 끝이 풀린 붓글씨"), ("color", m.Color("#7E2A18"))),
                    m.Relation("above", "오두막")
                ),
            ],
            Negatives = m.Texts("사람", "모터보트", "워터마크"),
        };
        return m.Edit(
            "오두막 위 빈 하늘에 집 이름을 써넣기",
            scene,
            [.. QuietMorningThings(m)],
            m.Name("오두막"),
            m.Name("자작나무"),
            m.Name("호수"),
            "물안개"
        ) with
        {
            StyleReminder = QuietMorningStyle(m),
        };
    }

    /// <summary><c>language/relations.imgp</c>.</summary>
    public static Stage Relations(ModelBuilder m) =>
        m.Generation(
            new Scene
            {
                Content = m.Word("illustration"),
                Purpose = m.Field("purpose", "요리 산문집의 표제 그림"),
                Subject = m.Subject(
                    "한겨울 부엌에서 만두를 빚는 할머니와 손녀",
                    ("setting", "아궁이가 있는 옛 부엌"),
                    ("mood", "김이 서린 듯 포근함")
                ),
                Style = m.Style(
                    ("medium", "색연필과 파스텔"),
                    ("lighting", "아궁이 불빛과 창으로 비쳐 든 눈밭의 흰빛")
                ),
                Things =
                [
                    m.Object(
                        "할머니",
                        "쪽 찐 머리의 할머니",
                        m.Fields(("at", m.Word("left")), ("emphasis", m.Word("high"))),
                        m.Relation("wearing", "앞치마"),
                        m.Relation("facing", "손녀")
                    ),
                    m.Object("앞치마", "밀가루가 묻은 무명 앞치마", m.Fields(("color", "쪽빛"))),
                    m.Object(
                        "손녀",
                        "두 갈래로 머리를 땋은 손녀",
                        null,
                        m.Relation("right-of", "할머니"),
                        m.Relation("holding", "만두")
                    ),
                    m.Object("만두", "한쪽이 터진 서툰 만두", null, m.Relation("in-front-of", "손녀")),
                    m.Object(
                        "가마솥",
                        "김이 오르는 가마솥",
                        null,
                        m.Relation("behind", "할머니"),
                        m.Relation("next-to", "창")
                    ),
                    m.Object("창", "눈이 쌓인 작은 창", m.Fields(("at", m.Word("background")))),
                ],
                Negatives = m.Texts("현대식 가전", "글자"),
            }
        );

    /// <summary><c>fields/entertainment.imgp</c>, with half of its cells.</summary>
    public static Stage Storyboard(ModelBuilder m) =>
        m.Generation(
            new Scene
            {
                Content = m.Word("storyboard"),
                Purpose = m.Field("purpose", "a storyboard page for the animation team"),
                Subject = m.Subject(
                    "Juno chasing a runaway signal lamp down the lighthouse stairs",
                    ("setting", "a spiral stair with small storm windows"),
                    ("mood", "breathless, then relieved")
                ),
                Style = m.Style(
                    ("medium", "pencil and two grey markers, one accent colour"),
                    ("lighting", "lamp light that moves from panel to panel")
                ) with
                {
                    Palette = m.Palette("graphite", "warm grey", "#E0A526"),
                },
                Things =
                [
                    m.Object(
                        "juno",
                        "Juno, a girl of ten with a black bob, brass goggles and a mustard raincoat",
                        m.Fields(("emphasis", m.Word("high")))
                    ),
                    m.Grid(
                        "3x1",
                        null,
                        m.Area("one story beat, framed like a film still"),
                        m.Area("wide shot: the lamp tips off its hook at the top of the stair"),
                        m.Area("close shot: her eyes behind the goggles snap to the left"),
                        m.Area("high angle: the lamp bounces down, she leaps after it")
                    ),
                ],
                Negatives = m.Texts("speech balloons", "captions", "arrows"),
            }
        );

    private static StyleSection SlowTideStyle(ModelBuilder m) =>
        m.Style(("medium", "oil on canvas"), ("movement", "Impressionism")) with
        {
            Palette = m.Palette("#51666B", "#A9B8A3", "#E7D9BC", "#C4633B"),
        };

    private static StyleSection QuietMorningStyle(ModelBuilder m) =>
        m.Style(("medium", "캔버스에 유화"), ("movement", "인상주의")) with
        {
            Palette = m.Palette("#4C6470", "#B5C2B7", "#EFE3C8", "#B5523B"),
        };
}
