using PromptDsl.Diagnostics;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>How findings are worded; checked for everything that any test makes the compiler say.</summary>
internal static class DiagnosticStyle
{
    private const int LongestLabel = 60;

    public static void Check(Diagnostic diagnostic)
    {
        CheckMessage(diagnostic.Message);
        foreach (DiagnosticLabel label in diagnostic.Secondary.Prepend(diagnostic.Primary))
        {
            Assert.True(label.Text.Length <= LongestLabel, $"the label is long: {label.Text}");
            Assert.False(label.Text.EndsWith('.'), label.Text);
            Assert.True(Lies(label.Place.Span, label.Place.Source), $"{diagnostic} lies outside its text");
        }

        if (diagnostic.Help is { } help)
        {
            Assert.True(
                help.EndsWith('.') || help.EndsWith('`'),
                $"help ends neither with a period nor with code: {help}"
            );
            Assert.True(char.IsUpper(help[0]) || help[0] == '`' || help[0] == '.', help);
        }

        foreach (CodeFix fix in diagnostic.Fixes)
        {
            Assert.True(char.IsUpper(fix.Title[0]) && !fix.Title.EndsWith('.'), fix.Title);
            Assert.All(fix.Edits, e => Assert.True(Lies(e.Span, diagnostic.Source), fix.Title));
            Assert.All(fix.Edits.Zip(fix.Edits.Skip(1)), p => Assert.True(p.First.Span.End <= p.Second.Span.Start));
        }
    }

    private static void CheckMessage(string message)
    {
        Assert.True(char.IsLower(message[0]) || message[0] == '`', message);
        Assert.False(message.EndsWith('.'), message);
        Assert.DoesNotContain(". ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("illegal", message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("invalid", message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', message);
    }

    private static bool Lies(TextSpan span, SourceText source) =>
        span.Start >= 0 && span.Length >= 0 && span.End <= source.Length;
}
