using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Targets;
using PromptDsl.Targets.Checks;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

public class TargetChecksTests
{
    [Fact]
    public void Every_check_is_in_the_list() =>
        Assert.Equal(
            typeof(TargetCheck)
                .Assembly.GetTypes()
                .Where(t => t.IsSubclassOf(typeof(TargetCheck)))
                .Select(t => t.Name)
                .Order(),
            TargetChecks.All.Select(c => c.GetType().Name).Order()
        );

    [Fact]
    public void The_list_is_in_the_order_of_the_codes() =>
        Assert.Equal(
            TargetChecks.Descriptors.Select(d => d.Code).Order(),
            TargetChecks.Descriptors.Select(d => d.Code)
        );

    [Fact]
    public void Nothing_is_said_about_a_model_that_nothing_is_known_of()
    {
        CompilerOptions options = Checked.With(new ModelAddition(new ImageModel { Id = "local" }));
        foreach ((string name, string text) in RequestTable.Of("local").Where(r => r.Name is not NotOfTheModel))
        {
            // What an endpoint has no place for does not depend on the model.
            IEnumerable<string> found = Checked
                .Findings(text, options)
                .Where(d => d.Code != "IMG2051")
                .Select(d => $"{name}: {d}");
            Assert.Empty(found);
        }
    }

    [Fact]
    public void What_is_off_is_reported_when_it_is_asked_for()
    {
        const string Text = "subject: \"a red fox\"\n";
        Assert.Empty(Checked.Findings(Text));
        Checked.Expect("IMG2022", $"warning «{Text.TrimEnd()}»", Text, Checked.Options with { Enabled = ["IMG2022"] });
    }

    [Fact]
    public void No_check_has_a_finding_in_the_examples()
    {
        string folder = Path.Combine(RepositoryRoot.Path, "examples");
        var compiler = new PromptCompiler(FilesOfFolder.Read(folder));
        foreach (string path in FilesOfFolder.Read(folder).Paths)
        {
            ImmutableArray<Diagnostic> found = compiler
                .Compile(SourceText.FromString(File.ReadAllText(Path.Combine(folder, path)), path), Checked.Options)
                .Diagnostics;
            Assert.Empty(
                found.Where(d => d.Code.StartsWith("IMG2", StringComparison.Ordinal)).Select(d => d.ToString())
            );
        }
    }

    // The request has no content type for it, whatever the model is.
    private const string NotOfTheModel = "a reference in TIFF";
}
