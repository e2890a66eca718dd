using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Linting.Suppressions;
using Xunit;

namespace PromptDsl.Tests.Linting;

public class RegistryTests
{
    [Fact]
    public void Every_rule_of_the_assembly_is_listed() =>
        Assert.Equal(
            typeof(LintRule)
                .Assembly.GetTypes()
                .Where(t => t.IsSubclassOf(typeof(LintRule)) && !t.IsAbstract)
                .Select(t => t.Name)
                .Order(StringComparer.Ordinal),
            RuleRegistry.All.Select(r => r.GetType().Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Codes_are_in_order_and_belong_to_the_folder_of_their_category()
    {
        string[] codes = [.. RuleRegistry.All.Select(r => r.Descriptor.Code)];
        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes);
        Assert.All(
            RuleRegistry.All,
            r => Assert.EndsWith($".Rules.{r.Category}", r.GetType().Namespace, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_class_is_called_like_its_rule() =>
        Assert.All(
            RuleRegistry.All,
            r =>
                Assert.Equal(
                    string.Concat(r.Descriptor.Name.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]))
                        + "Rule",
                    r.GetType().Name
                )
        );

    [Fact]
    public void No_category_is_called_like_a_finding() =>
        Assert.All(RuleCategories.Names, n => Assert.Null(DiagnosticCatalog.Find(n)));

    [Fact]
    public void Former_names_are_names_of_nothing_else() =>
        Assert.All(
            RuleRegistry.All.SelectMany(r => r.FormerNames.Select(n => (Name: n, Rule: r))),
            f => Assert.Equal(f.Rule.Descriptor, DiagnosticCatalog.Find(f.Name))
        );

    [Fact]
    public void What_rules_report_can_be_suppressed_and_errors_of_the_language_cannot()
    {
        Assert.All(
            DiagnosticCatalog.All,
            d =>
                Assert.Equal(
                    d.Code is not ("IMG3803" or "IMG3901" or "IMG3902")
                        && (d.IsLintRule || d.Severity != DiagnosticSeverity.Error),
                    SuppressionFilter.IsSuppressible(d)
                )
        );
    }
}
