using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>A fix that is called safe may be applied without a look.</summary>
public sealed class FixPropertyTests
{
    [Fact]
    public void SafeFixesRemoveTheirFindingAndAddNoOther() =>
        TextProperty.Holds(HabitGenerator.Files, 3_000, AssertSafe);

    private static void AssertSafe(string text)
    {
        var before = SyntaxTree.Parse(text);
        foreach (Diagnostic diagnostic in before.Diagnostics)
        {
            foreach (CodeFix fix in diagnostic.Fixes.Where(f => f.Safety == FixSafety.Safe))
            {
                var after = SyntaxTree.Parse(fix.ApplyTo(text));
                string[] added =
                [
                    .. after
                        .Diagnostics.Where(d => d.IsError)
                        .Select(d => $"{d.Code} {d.Message}")
                        .Where(finding =>
                            !before.Diagnostics.Any(d => finding.StartsWith(d.Code, StringComparison.Ordinal))
                        ),
                ];
                Assert.True(added.Length == 0, $"\"{fix.Title}\" adds {string.Join(", ", added)}");
                Assert.True(
                    after.Diagnostics.Count(d => d.Code == diagnostic.Code)
                        < before.Diagnostics.Count(d => d.Code == diagnostic.Code),
                    $"\"{fix.Title}\" leaves {diagnostic}"
                );
            }
        }
    }
}
