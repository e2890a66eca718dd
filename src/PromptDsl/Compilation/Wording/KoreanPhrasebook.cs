using System.Globalization;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation.Wording;

/// <summary>The connecting words in Korean.</summary>
internal sealed class KoreanPhrasebook : Phrasebook
{
    public override string Locale => "ko";

    public override bool HasCapitals => false;

    public override string Space => "띄어쓰기";

    public override string LineBreak => "줄바꿈";

    public override (string Before, string After) Exactly => ("정확히 ", "");

    public override string PictureToEdit => "수정할 그림";

    public override string PictureToCombine => "합칠 그림";

    public override string PictureForReference => "참고할 그림";

    public override string ReferenceMark => ". ";

    public override (string Before, string After) CallText => ("", " 문구");

    public override (string Before, string After) CallLabel => ("", " 이름표");

    public override string CallGrid => "격자";

    public override (string Before, string After) CallArea => ("", " 영역");

    public override (string Before, string After) Text => ("", " 문구, 적힌 그대로");

    public override string TableAsWritten => "글자와 숫자는 모두 적힌 그대로 옮기세요.";

    public override (string Before, string After) CalloutNumber => ("", "번 이름표: ");

    public override string Callout => "이름표: ";

    public override (string Before, string After) Brackets => ("(", ")");

    public override (string Before, string After) CalloutTarget => (", 가리킬 대상은 ", "");

    public override (string Before, string After) Share => ("(화면의 ", ")");

    public override string Within => "이 영역 안에 그릴 것:";

    public override string Blend => "";

    public override string BlendLast => ", ";

    public override string KeepStyle => "화풍은 그대로 유지하세요.";

    public override string Label(FieldWording field) => field.Korean;

    public override string SectionLabel(PromptSectionKind kind) => SectionWordings.Korean(kind);

    public override string Word(string key, string word) => WordWordings.Korean(key, word);

    public override string Create(string contentKind)
    {
        string noun = Word("content", contentKind);
        return $"{noun}{KoreanParticle.Object(noun)} 만드세요.";
    }

    public override string Emphasis(string word) =>
        word switch
        {
            "low" => "두드러지지 않게 표현.",
            "high" => "눈에 띄게 강조.",
            _ => "보통 정도로 강조.",
        };

    public override string Picture(int number) => string.Create(CultureInfo.InvariantCulture, $"이미지 {number}");

    public override (string Before, string After) ReferenceField(string key) =>
        key switch
        {
            "take" => ("가져올 것은 ", ""),
            "ignore" => ("무시할 것은 ", ""),
            "part" => ("사용할 부분은 ", ""),
            _ => ("반영 정도는 ", ""),
        };

    public override string At(string word, bool isInArea) =>
        isInArea || word is "foreground" or "midground" or "background" ? Word("at", word) : $"화면 {Word("at", word)}";

    public override (string Before, string After) Relation(string kind) =>
        (
            "",
            kind switch
            {
                "left-of" => " 왼쪽",
                "right-of" => " 오른쪽",
                "above" => " 위쪽",
                "below" => " 아래쪽",
                "in-front-of" => " 앞",
                "behind" => " 뒤",
                "inside" => " 안",
                "on" => " 위",
                _ => " 곁",
            }
        );

    public override string And(string word) => $"{KoreanParticle.And(word)} ";

    public override (string Before, string After) Lead(bool isAdded) => ("", isAdded ? "에 추가: " : ": ");

    public override string LeadWithoutPlace(bool isAdded, bool isWords) =>
        (isAdded, isWords) switch
        {
            (true, _) => "추가: ",
            (false, true) => "넣을 것: ",
            (false, false) => "그릴 것: ",
        };

    public override string Call(ObjectThing thing) => thing.SpokenName ?? "";

    public override (string Before, string After) AddedName(string name, bool isAfterSentence) =>
        isAfterSentence ? (" 이름: ", ".") : ("(", ")");

    public override (string Before, string After) CallTable(string? drawnAs) => ("", $" {Kind(drawnAs)}");

    public override string CallUntitledTable(string? drawnAs) => Kind(drawnAs);

    public override (string Before, string After) Table(string? drawnAs) => ("제목이 ", $"인 {Kind(drawnAs)}");

    public override string UntitledTable(string? drawnAs) => Kind(drawnAs);

    public override string Callouts(bool isAdded) =>
        isAdded ? "지시선을 단 이름표를 적힌 그대로 추가:" : "지시선을 단 이름표를 적힌 그대로 넣기:";

    public override string CalloutSide(string word) => $"그 {Word("side", word)}에 표시";

    public override string Row(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}행");

    public override (string Before, string After) Area(bool isAdded, bool hasPlace) =>
        (isAdded, hasPlace) switch
        {
            (true, true) => ("", "에 추가할 영역"),
            (true, false) => ("추가할 영역", ""),
            (false, true) => ("", " 영역"),
            (false, false) => ("영역", ""),
        };

    public override string Grid(int columns, int rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{columns}열 {rows}행 격자, 왼쪽 위 칸부터 한 행씩 읽음");

    public override string Cell(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{row}행 {column}열");

    public override (string Before, string After) SafeArea(string key) =>
        key switch
        {
            "top" => ("중요한 요소는 모두 화면 위쪽 ", " 안에 두세요."),
            "bottom" => ("중요한 요소는 모두 화면 아래쪽 ", " 안에 두세요."),
            "left" => ("중요한 요소는 모두 화면 왼쪽 ", " 안에 두세요."),
            "right" => ("중요한 요소는 모두 화면 오른쪽 ", " 안에 두세요."),
            "margin-top" => ("화면 맨 위 ", "는 여백으로 비워 두세요."),
            "margin-bottom" => ("화면 맨 아래 ", "는 여백으로 비워 두세요."),
            "margin-left" => ("화면 왼쪽 끝 ", "는 여백으로 비워 두세요."),
            _ => ("화면 오른쪽 끝 ", "는 여백으로 비워 두세요."),
        };

    private static string Kind(string? drawnAs) => drawnAs is null ? "표" : WordWordings.Korean("as", drawnAs);
}
