using System.Security.Cryptography;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Runtime.Execution;

/// <summary>What records say about source files.</summary>
internal static class RunFiles
{
    public static RunFile Of(RunSource source) =>
        new(
            source.Path,
            Convert.ToHexStringLower(SHA256.HashData(source.Result.Tree.Source.ToBytes().AsSpan())),
            source.Revision
        );
}
