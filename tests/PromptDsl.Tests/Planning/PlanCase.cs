using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Compilation.Documents;
using PromptDsl.Planning;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Planning;

/// <summary>
/// Plans of files whose prompts are always the same text, so that a new wording changes no price.
/// </summary>
internal static class PlanCase
{
    private static readonly string Prompt = new('x', 400);

    public static PlanSource Compile(string text, string path = "main.imgp")
    {
        var options = new CompilerOptions { Dialect = new SamePrompt() };
        CompilationResult result = new PromptCompiler(new NoFiles()).Compile(
            SourceText.FromString(text, path),
            options
        );
        Assert.Empty(result.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        return new PlanSource(path, result, options);
    }

    public static RequestPlan PlanOf(params PlanSource[] sources) => Planner.Plan(sources);

    public static RequestPlan PlanOf(string text) => PlanOf(Compile(text));

    private sealed class NoFiles : ISourceResolver
    {
        public SourceResolution Resolve(string path) => SourceResolution.NotFound;
    }

    private sealed class SamePrompt : IPromptDialect
    {
        public string Name => "same";

        public CompiledPrompt Render(PromptDocument document) => new(Prompt, ImmutableArray<SourceMapEntry>.Empty);
    }
}
