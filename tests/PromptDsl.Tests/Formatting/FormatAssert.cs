using PromptDsl.Formatting;
using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Formatting;

/// <summary>Checks an expected layout, and with it everything that holds for each formatted file.</summary>
internal static class FormatAssert
{
    /// <summary>Checks that a text, with LF and with CRLF, formats to another one.</summary>
    public static void Formats(string input, string expected)
    {
        input = input.ReplaceLineEndings("\n");
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", Format(input));
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", Format(input.ReplaceLineEndings("\r\n")));
    }

    /// <summary>Checks that a text is laid out already.</summary>
    public static void IsFormatted(string text) => Formats(text, text);

    /// <summary>Formats a text without errors and checks what no format may change.</summary>
    public static string Format(string input)
    {
        SyntaxTree before = SyntaxTree.Parse(input);
        Assert.DoesNotContain(before.Diagnostics, d => d.IsError);
        string text = Formatter.Format(before).Text;

        SyntaxTree after = SyntaxTree.Parse(text);
        Assert.DoesNotContain(after.Diagnostics, d => d.IsError);
        Assert.Equal(TreeDump.Of(before), TreeDump.Of(after));
        Assert.Equal(TreeDump.CommentsOf(before), TreeDump.CommentsOf(after));
        Assert.Equal(text, Formatter.Format(after).Text);
        Assert.DoesNotContain('\r', text);
        Assert.True(HasRawString(after) || !text.Split('\n').Any(line => line.EndsWith(' ') || line.EndsWith('\t')));
        Assert.True(text.Length == 0 || (text.EndsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal)));
        return text;
    }

    /// <summary>Blanks at the ends of its lines belong to the value of a raw string.</summary>
    private static bool HasRawString(SyntaxTree tree) => tree.Root.Tokens().Any(t => t.Kind == TokenKind.RawString);
}
