using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Terminal;
using PromptDsl.Diagnostics;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Cli.Tests.Findings;

public sealed class FrameTests
{
    [Fact]
    public void A_finding_shows_its_line_its_label_and_its_help()
    {
        Check(
            "title: \"x\"\ncount: ‹tree›\n",
            """
            error[IMG9999] test-finding: the message
             --> a.imgp:2:8
              |
            2 |   count: tree
              |          ^^^^ the label
              |
              = help: the help

            """,
            d => d with { Help = "the help" }
        );
    }

    [Theory]
    [InlineData("a: \"수채화\" ‹b›", "1 |   a: \"수채화\" b", "  |               ^ the label")]
    [InlineData("a: ‹수채화›", "1 |   a: 수채화", "  |      ^^^^^^ the label")]
    [InlineData("a: 👩‍👩‍👧 ‹b›", "1 |   a: 👩‍👩‍👧 b", "  |         ^ the label")]
    [InlineData("a: e\u0301 ‹b›", "1 |   a: e\u0301 b", "  |        ^ the label")]
    [InlineData("\ta:\t‹b›", "1 |       a:  b", "  |           ^ the label")]
    [InlineData("a: \u001b[31m‹b›", @"1 |   a: \u{1B}[31mb", "  |                ^ the label")]
    [InlineData("a: \u202e‹b›", @"1 |   a: \u{202E}b", "  |              ^ the label")]
    [InlineData("a: ‹\u0007›", @"1 |   a: \u{7}", "  |      ^^^^^ the label")]
    [InlineData("\ufeffa: ‹b›", "1 |   a: b", "  |      ^ the label")]
    [InlineData("a:‹›", "1 |   a:", "  |     ^ the label")]
    [InlineData("a: 'x‹\n›b", "1 |   a: 'x", "  |        ^ the label")]
    public void Markers_stand_under_what_they_mark(string source, string line, string markers)
    {
        string[] lines = Render(source, d => d).Split('\n');
        Assert.Equal(line, lines[3]);
        Assert.Equal(markers, lines[4]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_shown_as_numbers()
    {
        string[] lines = Render("a: \udcff‹b›", d => d).Split('\n');
        Assert.Equal(@"1 |   a: \xFFb", lines[3]);
        Assert.Equal("  |          ^ the label", lines[4]);
    }

    [Fact]
    public void The_end_of_a_file_can_be_marked()
    {
        string frame = Render("a: 1\n‹›", d => d);
        Assert.Contains(" --> a.imgp:2:1\n", frame, StringComparison.Ordinal);
        Assert.Contains("2 |\n  |   ^ the label\n", frame, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_over_lines_has_a_rail()
    {
        Check(
            "style {\n  object ‹x {\n    a: 1\n  }›\n}\n",
            """
            error[IMG9999] test-finding: the message
             --> a.imgp:2:10
              |
            2 | /   object x {
            3 | |     a: 1
            4 | |   }
              | |___^ the label
              |

            """
        );
    }

    [Fact]
    public void A_long_span_is_shown_by_its_ends()
    {
        string frame = Render(
            "‹a {\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"  b{i}: 1\n")) + "}›\n",
            d => d
        );
        Assert.Equal(
            """
            error[IMG9999] test-finding: the message
              --> a.imgp:1:1
               |
             1 | / a {
             2 | |   b1: 1
             3 | |   b2: 1
               | | ...
            20 | |   b19: 1
            21 | |   b20: 1
            22 | | }
               | |_^ the label
               |

            """,
            frame
        );
    }

    [Fact]
    public void Other_places_of_the_file_and_of_another_file_are_shown()
    {
        SourceText other = SourceText.FromString("define color ink #000\n", "shared/brand.imgp");
        SourceText source = SourceText.FromString("a: 1\nb: 2\n\n\na: 3\n", "a.imgp");
        var diagnostic = Finding(source, new TextSpan(12, 1)) with
        {
            Secondary =
            [
                new DiagnosticLabel(new SourceSpan(source, new TextSpan(0, 1)), "first here"),
                new DiagnosticLabel(new SourceSpan(other, new TextSpan(13, 3)), "and here"),
            ],
        };
        Assert.Equal(
            """
            error[IMG9999] test-finding: the message
             --> a.imgp:5:1
              |
            1 |   a: 1
              |   - first here
            ...
            5 |   a: 3
              |   ^ the label
              |
             ::: shared/brand.imgp:1:14
              |
            1 |   define color ink #000
              |                --- and here
              |

            """,
            Render(diagnostic, Paint.None)
        );
    }

    [Fact]
    public void Two_labels_in_a_line_stand_under_each_other()
    {
        SourceText source = SourceText.FromString("a: 1, a: 2\n", "a.imgp");
        var diagnostic = Finding(source, new TextSpan(6, 1)) with
        {
            Secondary = [new DiagnosticLabel(new SourceSpan(source, new TextSpan(0, 1)), "first")],
        };
        Assert.Contains(
            "1 |   a: 1, a: 2\n  |   - first\n  |         ^ the label\n",
            Render(diagnostic, Paint.None),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_very_long_line_is_cut_around_the_span()
    {
        string[] lines = Render(new string('가', 5000) + "‹here›" + new string('b', 5000), d => d).Split('\n');
        Assert.InRange(DisplayWidth.Of(lines[3]), 100, 130);
        Assert.StartsWith("1 |   …가", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("b…", lines[3], StringComparison.Ordinal);
        Assert.Equal(
            DisplayWidth.Of(lines[3].AsSpan(0, lines[3].IndexOf("here", StringComparison.Ordinal))),
            lines[4].IndexOf('^', StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_span_longer_than_the_window_ends_with_it()
    {
        string[] lines = Render("‹" + new string('x', 3000) + "›", d => d).Split('\n');
        Assert.InRange(lines[4].Length, 100, 140);
    }

    [Fact]
    public void Control_characters_of_messages_do_not_reach_the_terminal()
    {
        string frame = Render(
            "‹a›",
            d =>
                d with
                {
                    Message = "`\u001b[2J` and\nmore",
                    Help = "line one\nline\u0007 two",
                    Fixes = [new CodeFix("Remove `\u001b`", FixSafety.Safe, [new TextEdit(new TextSpan(0, 1), "")])],
                }
        );
        Assert.DoesNotContain(frame, c => char.IsControl(c) && c != '\n');
        Assert.Contains("  = help: line one\n          line\\u{7} two\n", frame, StringComparison.Ordinal);
        Assert.Contains(@"  = fix: Remove `\u{1B}`", frame, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DiagnosticSeverity.Error, "\e[1;31m")]
    [InlineData(DiagnosticSeverity.Warning, "\e[1;33m")]
    [InlineData(DiagnosticSeverity.Hint, "\e[1;34m")]
    public void The_severity_has_a_colour(DiagnosticSeverity severity, string color)
    {
        SourceText source = SourceText.FromString("a: 1\n", "a.imgp");
        string frame = Render(Finding(source, new TextSpan(0, 1)) with { Severity = severity }, new Paint(true));
        Assert.StartsWith(color, frame, StringComparison.Ordinal);
        Assert.Contains("\e[2m1 |\e[0m", frame, StringComparison.Ordinal);
        Assert.Contains(color + "^ the label\e[0m", frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_count_characters()
    {
        SourceText source = SourceText.FromString("😀😀x", "a.imgp");
        Assert.Equal(new Place(1, 3), Place.At(source, 4));
    }

    private static void Check(string marked, string expected, Func<Diagnostic, Diagnostic>? change = null) =>
        Assert.Equal(expected, Render(marked, change ?? (d => d)));

    /// <summary>Renders a finding about the part of a text between ‹ and ›.</summary>
    private static string Render(string marked, Func<Diagnostic, Diagnostic> change)
    {
        int start = marked.IndexOf('‹', StringComparison.Ordinal);
        int end = marked.IndexOf('›', StringComparison.Ordinal) - 1;
        string text = marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal);
        SourceText source = SourceText.FromString(text, "a.imgp");
        return Render(change(Finding(source, TextSpan.FromBounds(start, end))), Paint.None);
    }

    private static Diagnostic Finding(SourceText source, TextSpan span) =>
        new(
            new DiagnosticDescriptor("IMG9999", "test-finding", DiagnosticSeverity.Error),
            "the message",
            new DiagnosticLabel(new SourceSpan(source, span), "the label")
        );

    private static string Render(Diagnostic diagnostic, Paint paint)
    {
        var output = new StringWriter { NewLine = "\n" };
        new FrameRenderer(output, paint).Render(Frame.Of(new Finding(diagnostic, s => s.Path)));
        return output.ToString();
    }
}
