using PromptDsl.Compilation;

namespace PromptDsl.Tests.Samples;

/// <summary>The sample of the readme, as a real source file.</summary>
internal static class Library
{
    public static void Run()
    {
        // <readme>
        var compiler = new PromptCompiler();
        CompilationResult result = compiler.Compile(
            """
            subject "a lakeside cabin" { mood: "quiet" }
            technical { aspect: 2:3 }
            """
        );
        foreach (CompiledStage stage in result.Builds.SelectMany(build => build.Stages))
        {
            Console.WriteLine(stage.Prompt.Text);
            Console.WriteLine(stage.Request.ToJson());
        }
        // </readme>
    }
}
