using System.Text;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Targets;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

/// <summary>
/// <c>Tables/MODEL.txt</c> says what becomes of each request; <c>UPDATE_GOLDEN=1</c> writes them anew.
/// </summary>
public class ModelTableTests
{
    public static TheoryData<string> Models => [.. ModelCatalog.BuiltIn.Models.Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_request_is_legal_or_is_told_why_not(string model)
    {
        string path = Path.Combine(RepositoryRoot.Path, $"tests/PromptDsl.Tests/Targets/Checks/Tables/{model}.txt");
        string table = Table(model);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, table);
        }

        Assert.Equal(File.ReadAllText(path), table);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_fix_removes_its_finding_and_brings_no_other_error(string model)
    {
        foreach ((string _, string text) in RequestTable.Of(model))
        {
            var before = Checked.Findings(text);
            foreach (Diagnostic finding in before)
            {
                foreach (CodeFix fix in finding.Fixes)
                {
                    var after = Checked.Findings(fix.ApplyTo(text));
                    Assert.DoesNotContain(after, d => d.Code == finding.Code && d.Message == finding.Message);
                    Assert.All(
                        after.Where(d => d.IsError),
                        a => Assert.Contains(before, b => b.Code[..5] == a.Code[..5])
                    );
                }
            }
        }
    }

    private static string Table(string model)
    {
        var table = new StringBuilder();
        table.Append("Requests of ").Append(model).Append(" on 2026-11-21\n\nthe model\n");
        Append(table, Checked.Findings(Checked.Picture(model, "quality: auto")).Where(IsAboutModel));
        foreach ((string name, string text) in RequestTable.Of(model))
        {
            CompilationResult result = Checked.Compile(text);
            table.Append(name).Append('\n');
            Append(table, result.Diagnostics.Where(d => !IsAboutModel(d)), Sent(result));
        }

        return table.ToString();
    }

    private static void Append(StringBuilder table, IEnumerable<Diagnostic> findings, string sent = "")
    {
        string[] lines = [.. findings.Select(Checked.Show)];
        foreach (string line in lines.Length > 0 ? lines : [$"ok{sent}"])
        {
            table.Append("    ").Append(line).Append('\n');
        }
    }

    private static string Sent(CompilationResult result) =>
        result.Builds is [{ Stages: [CompiledStage { Request: { Size.Aspect: not null } request }] }]
            ? $", size {request.Size.Sent ?? "not sent"}"
            : "";

    private static bool IsAboutModel(Diagnostic finding) => finding.Code == "IMG2001";
}
