using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Diagnostics;
using PromptDsl.Planning;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Cli.Output;

/// <summary>The plan of the files of a run, and what is wrong with it.</summary>
internal sealed class PlannedSources
{
    private readonly List<CompiledSource> _sources;

    /// <summary>Plans the files that describe a picture.</summary>
    public PlannedSources(IEnumerable<CompiledSource> sources)
    {
        _sources = [.. sources.Where(s => !s.Result.Builds.IsEmpty)];
        Plan = Planner.Plan(Inputs(_sources));
    }

    public RequestPlan Plan { get; }

    /// <summary>
    /// Checks the plan. A configuration has its budgets for the files that it counts for; a budget of the
    /// command line takes the place of those for a run.
    /// </summary>
    public IEnumerable<Finding> Check(Money? maxCost, bool allowsUnknownPrice)
    {
        IEnumerable<Finding> findings = _sources.SelectMany(s => s.Source.Findings(PlanChecker.CheckFile(s.Result)));
        foreach (var group in _sources.GroupBy(s => s.Source.Project.Configuration))
        {
            var options = new PlanOptions
            {
                MaxCost = maxCost is null ? Amount(group.Key, ConfigurationKeys.BudgetPerRun) : null,
                MaxCostPerFile = Amount(group.Key, ConfigurationKeys.BudgetPerFile),
                AllowsUnknownPrice = allowsUnknownPrice,
            };
            findings = findings.Concat(CheckBudgets([.. group], options));
        }

        return findings.Concat(
            CheckBudgets(_sources, new PlanOptions { MaxCost = maxCost, AllowsUnknownPrice = allowsUnknownPrice })
        );
    }

    private IEnumerable<Finding> CheckBudgets(List<CompiledSource> sources, PlanOptions options)
    {
        foreach (
            Diagnostic diagnostic in PlanChecker.CheckBudgets(Planner.Plan(Inputs(sources)), Inputs(sources), options)
        )
        {
            CompiledSource owner = sources.First(s => s.Result.Tree.Source == diagnostic.Source);
            foreach (Finding finding in owner.Source.Findings([diagnostic]))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<PlanSource> Inputs(IEnumerable<CompiledSource> sources) =>
        sources.Select(s => new PlanSource(s.Source.File.DisplayPath, s.Result, s.Options));

    /// <summary>What a configuration lets a run cost.</summary>
    public static Money? BudgetOf(ConfigurationFile configuration) =>
        Amount(configuration, ConfigurationKeys.BudgetPerRun);

    private static Money? Amount(ConfigurationFile configuration, ConfigurationKey key) =>
        configuration.Get(key) is { } value && Money.TryParse(value.Text, out Money amount) ? amount : null;
}
