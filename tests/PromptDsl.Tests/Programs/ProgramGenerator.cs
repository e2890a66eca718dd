using FsCheck;
using FsCheck.Fluent;

namespace PromptDsl.Tests.Programs;

/// <summary>Programs over the whole schema that compile without errors.</summary>
internal static class ProgramGenerator
{
    public static Gen<GeneratedProgram> Programs { get; } =
        Gen.Choose(0, int.MaxValue - 1).Select(seed => new ProgramWriter(new Random(seed)).Write());
}
