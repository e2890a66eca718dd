using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics;
using PromptDsl.Semantics.Model;
using PromptDsl.Syntax;
using PromptDsl.Tests.Diagnostics;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Semantics;

/// <summary>A file that is bound, with everything that was found.</summary>
internal sealed record BindResult(BoundFile File, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>The model of the only build.</summary>
    public PromptModel Model => Assert.Single(File.Builds).Model;

    /// <summary>The stages as <c>name: edit or new</c>.</summary>
    public Stage Stage(string name) => Model.Stages.Single(s => s.Name == name);

    /// <summary>Binds a text; <paramref name="set"/> holds <c>name=value</c>.</summary>
    public static BindResult Of(string source, MemoryFiles? files = null, params string[] set)
    {
        var bag = new DiagnosticBag();
        var tree = SyntaxTree.Parse(SourceText.FromString(source, PageCase.MainPath));
        bag.AddRange(tree.Diagnostics);
        var options = new CompilerOptions
        {
            Parameters = [.. set.Select(s => s.Split('=', 2)).Select(s => new ParameterBinding(s[0], s[1], "--set"))],
        };
        BoundFile file = new Binder(files ?? new MemoryFiles(), options, bag).Bind(tree);
        ImmutableArray<Diagnostic> findings = bag.ToSorted();
        Assert.All(findings, DiagnosticStyle.Check);
        return new BindResult(file, findings);
    }

    /// <summary>Binds a text in which nothing is found.</summary>
    public static BindResult Silent(string source, MemoryFiles? files = null, params string[] set)
    {
        BindResult result = Of(source, files, set);
        Assert.Empty(result.Findings.Select(f => f.ToString()));
        return result;
    }

    /// <summary>Checks the findings: each as <c>code text-under-the-label</c>, by position.</summary>
    public static void Finds(string source, MemoryFiles? files, string[] set, params string[] expected) =>
        Assert.Equal(expected, Of(source, files, set).Findings.Select(f => $"{f.Code} {f.Primary.Place.Text}"));

    public static void Finds(string source, params string[] expected) => Finds(source, null, [], expected);
}
