using System.Security.Cryptography;
using PromptDsl.Runtime.Runs;
using PromptDsl.Text;

namespace PromptDsl.Runtime.Execution;

/// <summary>What records say about source files.</summary>
internal static class RunFiles
{
    public static RunFile Of(RunSource source) => new(source.Path, HashOf(source.Result.Tree.Source), source.Revision);

    /// <summary>The hash by which a record knows the text of a file.</summary>
    public static string HashOf(SourceText text) => Convert.ToHexStringLower(SHA256.HashData(text.ToBytes().AsSpan()));
}
