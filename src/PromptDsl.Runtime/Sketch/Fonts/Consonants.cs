namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>The consonants of Hangul as strokes that fit any box of at least 3 × 4.</summary>
internal static class Consonants
{
    /// <summary>Draws a compatibility letter such as ㄱ, ㄲ or ㄳ.</summary>
    public static void Draw(GlyphPen pen, char letter, StrokeBox box)
    {
        if (Parts(letter) is { } parts)
        {
            (StrokeBox first, StrokeBox second) = box.Halves;
            DrawOne(pen, parts[0], first);
            DrawOne(pen, parts[1], second);
        }
        else
        {
            DrawOne(pen, letter, box);
        }
    }

    private static string? Parts(char letter) =>
        letter switch
        {
            'ㄲ' => "ㄱㄱ",
            'ㄸ' => "ㄷㄷ",
            'ㅃ' => "ㅂㅂ",
            'ㅆ' => "ㅅㅅ",
            'ㅉ' => "ㅈㅈ",
            'ㄳ' => "ㄱㅅ",
            'ㄵ' => "ㄴㅈ",
            'ㄶ' => "ㄴㅎ",
            'ㄺ' => "ㄹㄱ",
            'ㄻ' => "ㄹㅁ",
            'ㄼ' => "ㄹㅂ",
            'ㄽ' => "ㄹㅅ",
            'ㄾ' => "ㄹㅌ",
            'ㄿ' => "ㄹㅍ",
            'ㅀ' => "ㄹㅎ",
            'ㅄ' => "ㅂㅅ",
            _ => null,
        };

    private static void DrawOne(GlyphPen pen, char letter, StrokeBox box)
    {
        (int left, int top, int right, int bottom) = box;
        switch (letter)
        {
            case 'ㄱ' or 'ㅋ':
                pen.Across(top, left, right);
                pen.Down(right, top, bottom);
                break;
            case 'ㄴ':
                pen.Down(left, top, bottom);
                pen.Across(bottom, left, right);
                break;
            case 'ㄷ' or 'ㅌ':
                pen.Across(top, left, right);
                pen.Down(left, top, bottom);
                pen.Across(bottom, left, right);
                break;
            case 'ㄹ':
                pen.Across(top, left, right);
                pen.Down(right, top, box.CenterY);
                pen.Across(box.CenterY, left, right);
                pen.Down(left, box.CenterY, bottom);
                pen.Across(bottom, left, right);
                break;
            case 'ㅁ' or 'ㅂ':
                pen.Down(left, top, bottom);
                pen.Down(right, top, bottom);
                pen.Across(bottom, left, right);
                pen.Across(letter == 'ㅁ' ? top : box.CenterY, left, right);
                break;
            case 'ㅅ':
                Legs(pen, box);
                break;
            case 'ㅇ':
                Ring(pen, box);
                break;
            case 'ㅈ':
                pen.Across(top, left, right);
                Legs(pen, box with { Top = top + 1 });
                break;
            case 'ㅊ':
                pen.Dot(box.CenterX, top);
                pen.Across(top + 1, left, right);
                Legs(pen, box with { Top = top + 2 });
                break;
            case 'ㅍ':
                pen.Across(top, left, right);
                pen.Down(left + (box.Width / 4), top, bottom);
                pen.Down(right - (box.Width / 4), top, bottom);
                pen.Across(bottom, left, right);
                break;
            case 'ㅎ':
                Hat(pen, box);
                break;
        }

        if (letter is 'ㅋ' or 'ㅌ')
        {
            pen.Across(box.CenterY, left, right);
        }
    }

    /// <summary>A short stem that parts into two legs.</summary>
    private static void Legs(GlyphPen pen, StrokeBox box)
    {
        int fork = box.Top + (box.Height / 4);
        int even = box.Width % 2 == 0 ? 1 : 0;
        pen.Down(box.CenterX, box.Top, fork);
        pen.Slant(box.CenterX, fork, box.Left, box.Bottom);
        pen.Slant(box.CenterX + even, fork, box.Right, box.Bottom);
    }

    /// <summary>A ring, no wider than is round.</summary>
    private static void Ring(GlyphPen pen, StrokeBox box)
    {
        int spare = Math.Max(0, (box.Width - box.Height - 1) / 2);
        (int left, int top, int right, int bottom) = box with { Left = box.Left + spare, Right = box.Right - spare };
        int cut = box.Height >= 7 && right - left >= 6 ? 2 : 1;
        pen.Across(top, left + cut, right - cut);
        pen.Across(bottom, left + cut, right - cut);
        pen.Down(left, top + cut, bottom - cut);
        pen.Down(right, top + cut, bottom - cut);
        if (cut == 2)
        {
            pen.Dot(left + 1, top + 1);
            pen.Dot(right - 1, top + 1);
            pen.Dot(left + 1, bottom - 1);
            pen.Dot(right - 1, bottom - 1);
        }
    }

    private static void Hat(GlyphPen pen, StrokeBox box)
    {
        bool isTall = box.Height >= 7;
        int reach = isTall && box.Width >= 5 ? 1 : 0;
        int bar = box.Top + (isTall ? 2 : 1);
        int ring = bar + (box.Height >= 6 ? 2 : 1);
        pen.Across(box.Top, box.CenterX - reach, box.CenterX + reach);
        pen.Across(bar, box.Left, box.Right);
        Ring(pen, box with { Top = ring });
    }
}
