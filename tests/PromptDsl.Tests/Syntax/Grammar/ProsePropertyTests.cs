using System.Text.RegularExpressions;
using FsCheck.Fluent;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>The voice of the messages, over every finding that a broken file gives.</summary>
public sealed partial class ProsePropertyTests
{
    [Fact]
    public void MessagesStateAFactAndHelpSaysWhatToDo() =>
        TextProperty.Holds(
            Mutator.Mutants(Gen.OneOf(ProgramGenerator.Programs, HabitGenerator.Files)),
            3_000,
            text => Assert.All(SyntaxTree.Parse(text).Diagnostics, AssertVoice)
        );

    private static void AssertVoice(Diagnostic diagnostic)
    {
        string message = Quotations().Replace(diagnostic.Message, "…");
        Assert.False(message.EndsWith('.') || message.Contains(". ", StringComparison.Ordinal), message);
        Assert.False(char.IsUpper(message[0]), message);
        Assert.DoesNotMatch("illegal|invalid|must|please|cannot|expecting", message);
        Assert.NotEqual("", diagnostic.Primary.Text);
        string help = Assert.IsType<string>(diagnostic.Help);
        Assert.Matches("[.:`\")]$", help);
        Assert.All(diagnostic.Fixes, fix => Assert.Matches("^(Write .*|\\p{Lu}.*[^.])$", fix.Title));
    }

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Quotations();
}
