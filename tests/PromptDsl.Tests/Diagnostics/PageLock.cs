using PromptDsl.Locking;
using PromptDsl.Tests.Infrastructure;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>What <c>--locked</c> and <c>--lock</c> add to the findings of a page.</summary>
internal static class PageLock
{
    public static CompilationResult Apply(
        PageCase example,
        CompilerOptions options,
        Func<CompilerOptions, CompilationResult> compile
    )
    {
        var pictures = new ResolvedPictures(example.Files);
        if (example.IsLocked)
        {
            CompilationResult result = compile(options);
            var builder = new LockBuilder(null, options.Catalog, pictures);
            return result with { Diagnostics = [.. result.Diagnostics, .. builder.Add(result)] };
        }

        if (example.Files.Resolve(LockFile.FileName) is not { Source: { } text })
        {
            return compile(options);
        }

        LockFile locked =
            LockFile.TryParse(text, out LockProblem? problem)
            ?? throw new InvalidOperationException($"{problem!.Place}: {problem.Message}");
        CompilationResult compared = compile(options with { Pins = new LockedSnapshots(locked, options.Catalog) });
        var comparer = new LockComparer(locked, options.Catalog, pictures);
        return compared with { Diagnostics = [.. compared.Diagnostics, .. comparer.Compare(compared)] };
    }
}
