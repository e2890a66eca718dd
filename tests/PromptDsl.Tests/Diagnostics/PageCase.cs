using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Planning;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;
using PromptDsl.Text;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>A file of a page with the files and values that it is compiled with.</summary>
internal sealed record PageCase(SourceText Source, MemoryFiles Files, ImmutableArray<ParameterBinding> Parameters)
{
    public const string MainPath = "main.imgp";

    /// <summary>Whether the file is locked rather than compared with the lock of the page.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The models that there are.</summary>
    public ModelCatalog Catalog { get; init; } = ModelCatalog.BuiltIn;

    /// <summary>The pictures that there are; null when nobody looks at pictures.</summary>
    public IAssetInspector? Pictures { get; init; }

    /// <summary>The code that the page is about, which may be off unless it is asked for.</summary>
    public string? Code { get; init; }

    /// <summary>What the file may cost.</summary>
    public Money? Budget { get; init; }

    public CompilationResult Compile() => Compile(Source);

    /// <summary>Compiles another text in the place of the file; findings in its plan are added.</summary>
    public CompilationResult Compile(SourceText source)
    {
        var outside = new CompilerOptions
        {
            Parameters = Parameters,
            AsOf = new DateOnly(2026, 11, 21),
            Catalog = Catalog,
            Assets = Pictures,
            Enabled = Code is null ? [] : [Code],
        };
        CompilationResult result = PageLock.Apply(
            this,
            outside,
            options => new PromptCompiler(Files).Compile(source, options)
        );
        var planned = new PlanSource(MainPath, result, outside);
        RequestPlan plan = Planner.Plan([planned]);
        return result with
        {
            Diagnostics =
            [
                .. result.Diagnostics,
                .. PlanChecker.CheckFile(result),
                .. PlanChecker.CheckBudgets(plan, [planned], new PlanOptions { MaxCost = Budget }),
                .. PageLint.Check(Code, result, outside),
            ],
        };
    }

    public static PageCase Of(string text) => new(SourceText.FromString(text, MainPath), new MemoryFiles(), []);
}
