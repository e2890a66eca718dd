using PromptDsl.Diagnostics;
using Xunit;

namespace PromptDsl.Tests.Linting.Labelled;

/// <summary>
/// The whole linter against files that were judged by reading. <c>UPDATE_GOLDEN=1</c> rewrites the table in
/// <c>docs/accuracy.md</c>.
/// </summary>
public class LabelledSetTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(
        Infrastructure.RepositoryRoot.Path,
        "tests/PromptDsl.Tests/Linting/Labelled"
    );

    private static readonly Lazy<Scores> First = new(() => new Scores(Folder));
    private static readonly Lazy<Scores> Second = new(() => new Scores(Path.Combine(Folder, "Holdout")));
    private static readonly Lazy<Scores> Third = new(() => new Scores(Path.Combine(Folder, "Third")));

    [Fact]
    public void Every_labelled_file_compiles()
    {
        IEnumerable<LabelledCase> cases = LabelledCase
            .ReadFolder(Folder)
            .AddRange(LabelledCase.ReadFolder(Path.Combine(Folder, "Holdout")))
            .AddRange(LabelledCase.ReadFolder(Path.Combine(Folder, "Third")))
            .Where(c => !c.IsPlainText);
        Assert.All(
            cases,
            c =>
            {
                CompilationResult result = c.Compile();
                Assert.True(result.Succeeded, $"{c}\n{string.Join('\n', result.Diagnostics)}");
            }
        );
    }

    [Fact]
    public void Warnings_and_errors_are_right_and_find_what_is_wrong()
    {
        foreach (Scores scores in (Scores[])[First.Value, Second.Value, Third.Value])
        {
            Score total = scores.Total(r => r.Severity >= DiagnosticSeverity.Warning);
            string report = string.Join("\n\n", scores.Disagreements);
            output.WriteLine(report);
            Assert.True(total.Precision >= 0.98, $"precision {total.Precision:P1}\n{report}");
            Assert.True(total.Recall >= 0.90, $"recall {total.Recall:P1}\n{report}");
        }
    }

    [Fact]
    public void No_rule_is_often_wrong()
    {
        foreach ((DiagnosticDescriptor rule, Score score) in First.Value.Rules)
        {
            string report = string.Join("\n\n", First.Value.Disagreements.Where(d => d.Contains(rule.Code)));
            Assert.True(score.Precision >= 0.90 || score.FalseAlarms <= 1, $"{rule.Code}\n{report}");
            Assert.True(score.Recall >= 0.80 || score.Missed <= 1, $"{rule.Code}\n{report}");
        }
    }

    [Fact]
    public void The_published_numbers_are_those_of_the_rules()
    {
        string path = Path.Combine(Infrastructure.RepositoryRoot.Path, "docs/accuracy.md");
        string page = AccuracyPage.Write(First.Value, Second.Value, Third.Value);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(File.ReadAllText(path), page);
    }
}
