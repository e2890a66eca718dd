using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Diagnostics;
using PromptDsl.Targets;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

/// <summary>Compiles a text and says what is found in it.</summary>
internal static class Checked
{
    public const string Path = "main.imgp";

    public static DateOnly Today { get; } = new(2026, 11, 21);

    public static CompilerOptions Options { get; } = new() { AsOf = Today };

    public static CompilationResult Compile(string text, CompilerOptions? options = null) =>
        new PromptCompiler(new MemoryFiles()).Compile(SourceText.FromString(text, Path), options ?? Options);

    public static ImmutableArray<Diagnostic> Findings(string text, CompilerOptions? options = null) =>
        Compile(text, options).Diagnostics;

    /// <summary>A new picture with parameters, of a model.</summary>
    public static string Picture(string model, string technical) =>
        $"subject: \"a red fox, isolated\"\ntechnical {{ model: \"{model}\", {technical} }}\n";

    /// <summary>An edit of one picture with parameters, of a model.</summary>
    public static string Edit(string model, string technical, string more = "") =>
        $"from: \"photo.png\"\nchange: \"make the sky red\"\n{more}technical {{ model: \"{model}\", {technical} }}\n";

    public static CompilerOptions With(ModelAddition addition) =>
        Options with
        {
            Catalog = ModelCatalog.BuiltIn.With([addition]),
        };

    public static CompilerOptions With(params (string Path, AssetFacts Facts)[] files) =>
        Options with
        {
            Assets = new KnownPictures(files.ToDictionary(f => f.Path, f => f.Facts)),
        };

    /// <summary>A fact that a project states.</summary>
    public static Fact<T> Fact<T>(T value, Confidence confidence = Confidence.Project) =>
        new(value, FactSource.OfProject("promptc.yaml", 7), confidence);

    public static string Show(Diagnostic finding) =>
        $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}: {finding.Message}";

    /// <summary>That a text has findings of a code, by severity and marked text: <c>error «jpeg»</c>.</summary>
    public static void Expect(string code, string expected, string text, CompilerOptions? options = null)
    {
        IEnumerable<string> found = Findings(text, options)
            .Where(d => d.Code == code)
            .Select(d => $"{d.Severity.ToString().ToLowerInvariant()} «{d.Primary.Place.Text}»");
        Assert.Equal(expected, string.Join(", ", found));
    }
}
