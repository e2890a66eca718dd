using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Programs;

/// <summary>What holds for every program without errors.</summary>
public sealed class ProgramPropertyTests
{
    public static TheoryData<string> Dialects => [.. PromptDialects.Names];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Every_text_is_said_where_it_is_meant_and_once(string dialect)
    {
        PromptDialects.TryGet(dialect, out IPromptDialect? chosen);
        ForAll(program =>
        {
            CompilationResult result = Compile(program, CompilerOptions.Default with { Dialect = chosen });
            SaidCheck.Check(program, result, isJson: dialect == "json");
        });
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Generated_programs_keep_the_invariants(string dialect)
    {
        PromptDialects.TryGet(dialect, out IPromptDialect? chosen);
        ForAll(program => Invariants.Check(Sample.Of(program.Text, CompilerOptions.Default with { Dialect = chosen })));
    }

    private static CompilationResult Compile(GeneratedProgram program, CompilerOptions options)
    {
        CompilationResult result = Sample.Of(program.Text, options).Compile();
        Assert.Empty(result.Diagnostics.Where(d => d.IsError));
        return result;
    }

    private static void ForAll(Action<GeneratedProgram> check) =>
        Prop.ForAll(ProgramGenerator.Programs.ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
