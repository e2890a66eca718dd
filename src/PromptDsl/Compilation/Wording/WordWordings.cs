using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PromptDsl.Compilation.Wording;

/// <summary>The words of the closed lists as they are said.</summary>
internal static class WordWordings
{
    private static readonly FrozenDictionary<(string Key, string Word), (string English, string Korean)> ByWord;

    static WordWordings()
    {
        All =
        [
            ("content", "poster", "poster", "포스터"),
            ("content", "infographic", "infographic", "인포그래픽"),
            ("content", "photo", "photograph", "사진"),
            ("content", "illustration", "illustration", "일러스트"),
            ("content", "logo", "logo", "로고"),
            ("content", "icon", "icon", "아이콘"),
            ("content", "sticker", "sticker", "스티커"),
            ("content", "ui", "user interface screen", "사용자 인터페이스 화면"),
            ("content", "diagram", "diagram", "도식"),
            ("content", "marketing", "marketing image", "마케팅 이미지"),
            ("content", "product", "product image", "제품 이미지"),
            ("content", "character", "character design", "캐릭터 디자인"),
            ("content", "comic", "comic", "만화"),
            ("content", "storyboard", "storyboard", "스토리보드"),
            ("content", "slide", "presentation slide", "발표 슬라이드"),
            ("content", "menu", "menu", "차림표"),
            ("content", "sign", "sign", "간판"),
            ("content", "invitation", "invitation", "초대장"),
            ("content", "coloring-page", "coloring page", "색칠 도안"),
            ("content", "texture", "texture", "텍스처"),
            ("content", "sprite-sheet", "sprite sheet", "스프라이트 시트"),
            ("content", "interior", "interior view", "실내 이미지"),
            ("content", "thumbnail", "thumbnail", "섬네일"),
            ("content", "map", "map", "지도"),
            ("content", "packaging", "packaging design", "포장 디자인"),
            ("at", "top-left", "at the top left", "왼쪽 위"),
            ("at", "top", "at the top", "위쪽"),
            ("at", "top-right", "at the top right", "오른쪽 위"),
            ("at", "left", "on the left", "왼쪽"),
            ("at", "center", "in the center", "가운데"),
            ("at", "right", "on the right", "오른쪽"),
            ("at", "bottom-left", "at the bottom left", "왼쪽 아래"),
            ("at", "bottom", "at the bottom", "아래쪽"),
            ("at", "bottom-right", "at the bottom right", "오른쪽 아래"),
            ("at", "foreground", "in the foreground", "앞쪽 전경"),
            ("at", "midground", "in the midground", "중간 거리"),
            ("at", "background", "in the background", "뒤쪽 배경"),
            ("side", "left", "on its left", "왼쪽"),
            ("side", "right", "on its right", "오른쪽"),
            ("side", "top", "above it", "위쪽"),
            ("side", "bottom", "below it", "아래쪽"),
            ("emphasis", "low", "low", "약하게"),
            ("emphasis", "normal", "normal", "보통"),
            ("emphasis", "high", "high", "강하게"),
            ("size", "small", "small", "작게"),
            ("size", "normal", "normal", "보통"),
            ("size", "large", "large", "크게"),
            ("case", "upper", "all capitals", "모두 대문자"),
            ("case", "lower", "all lowercase", "모두 소문자"),
            ("case", "title", "title case", "단어의 첫 글자만 대문자"),
            ("case", "small-caps", "small capitals", "작은 대문자"),
            ("as", "column-chart", "column chart", "세로 막대그래프"),
            ("as", "bar-chart", "horizontal bar chart", "가로 막대그래프"),
            ("as", "line-chart", "line chart", "꺾은선그래프"),
            ("as", "pie-chart", "pie chart", "원그래프"),
            ("as", "timeline", "timeline", "연표"),
            ("as", "menu", "menu list", "차림표"),
            ("as", "stats", "set of key figures", "주요 수치 목록"),
            ("as", "comparison", "comparison table", "비교표"),
            ("role", "content", "content", "내용"),
            ("role", "style", "style", "화풍"),
            ("role", "character", "character", "인물"),
            ("role", "material", "material", "재질"),
            ("role", "product", "product", "제품"),
            ("role", "layout", "layout", "배치"),
            ("role", "composition", "composition", "구도"),
            ("role", "pattern", "pattern", "무늬"),
        ];
        ByWord = All.ToFrozenDictionary(r => (r.Key, r.Word), r => (r.English, r.Korean));
    }

    public static ImmutableArray<(string Key, string Word, string English, string Korean)> All { get; }

    public static string English(string key, string word) => ByWord[(key, word)].English;

    public static string Korean(string key, string word) => ByWord[(key, word)].Korean;
}
