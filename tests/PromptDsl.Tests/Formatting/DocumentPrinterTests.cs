using PromptDsl.Formatting.Documents;
using Xunit;

namespace PromptDsl.Tests.Formatting;

public sealed class DocumentPrinterTests
{
    private static readonly Document Long = Doc.Text(new string('x', 100));

    [Fact]
    public void A_group_that_fits_is_on_one_line() =>
        Assert.Equal("a b", Print(Doc.Group(Doc.Concat(Doc.Text("a"), Doc.Line, Doc.Text("b"), Doc.SoftLine))));

    [Fact]
    public void A_group_that_does_not_fit_breaks_all_of_its_lines() =>
        Assert.Equal(
            $"a\n{new string('x', 100)}\n",
            Print(Doc.Group(Doc.Concat(Doc.Text("a"), Doc.Line, Long, Doc.SoftLine)))
        );

    [Fact]
    public void What_follows_a_group_up_to_the_next_line_counts()
    {
        Document group = Doc.Group(Doc.Concat(Doc.Text("a"), Doc.Line, Doc.Text("b")));
        Assert.Equal($"a\nb{new string('x', 100)}", Print(Doc.Concat(group, Long)));
        Assert.Equal($"a b\n{new string('x', 100)}", Print(Doc.Concat(group, Doc.HardLine, Long)));
    }

    [Fact]
    public void A_hard_line_breaks_the_groups_around_it() =>
        Assert.Equal(
            "a\nb\nc",
            Print(
                Doc.Group(
                    Doc.Concat(
                        Doc.Text("a"),
                        Doc.Line,
                        Doc.Group(Doc.Concat(Doc.Text("b"), Doc.HardLine, Doc.Text("c")))
                    )
                )
            )
        );

    [Fact]
    public void A_line_comment_breaks_its_group_and_has_no_width()
    {
        Document comment = Doc.LineComment($"// {new string('c', 100)}".AsMemory());
        Document inner = Doc.Group(Doc.Concat(Doc.Text("a"), Doc.Line, Doc.Text("b")));
        Assert.Equal(
            $"a b// {new string('c', 100)}\nd",
            Print(Doc.Group(Doc.Concat(inner, comment, Doc.Line, Doc.Text("d"))))
        );
    }

    [Fact]
    public void Indentation_is_written_only_in_front_of_text() =>
        Assert.Equal(
            "a\n\n  b\nc",
            Print(
                Doc.Concat(
                    Doc.Text("a"),
                    Doc.Indent(Doc.Concat(Doc.HardLine, Doc.HardLine, Doc.Text("b"), Doc.LiteralLine)),
                    Doc.Text("c")
                )
            )
        );

    [Fact]
    public void A_choice_follows_its_group()
    {
        Document choice = Doc.IfBreak(Doc.Text("broken"), Doc.Text("flat"));
        Assert.Equal("flat", Print(Doc.Group(choice)));
        Assert.Equal("broken", Print(Doc.Group(Doc.Concat(choice, Doc.ForceBreak))));
    }

    private static string Print(Document document) => DocumentPrinter.Print(document);
}
