using System.Text.RegularExpressions;
using PromptDsl.Diagnostics;
using Xunit;

namespace PromptDsl.Tests.Diagnostics;

public partial class CatalogTests
{
    [Fact]
    public void Codes_are_unique_and_have_the_usual_form()
    {
        string[] codes = [.. DiagnosticCatalog.All.Select(d => d.Code)];
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, c => Assert.Matches(CodeForm(), c));
    }

    [Fact]
    public void Names_are_unique_short_and_kebab_case()
    {
        string[] names = [.. DiagnosticCatalog.All.Select(d => d.Name)];
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, n => Assert.Matches(NameForm(), n));
        Assert.All(names, n => Assert.True(n.Length <= 36, n));
    }

    [Fact]
    public void A_code_is_found_by_itself_and_by_its_name_in_any_case()
    {
        Assert.All(DiagnosticCatalog.All, d => Assert.Same(d, DiagnosticCatalog.Find(d.Code.ToLowerInvariant())));
        Assert.All(DiagnosticCatalog.All, d => Assert.Same(d, DiagnosticCatalog.Find(d.Name.ToUpperInvariant())));
        Assert.Null(DiagnosticCatalog.Find("IMG9999"));
    }

    [GeneratedRegex("^IMG[0-9]{4}$", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();

    [GeneratedRegex("^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", RegexOptions.None, 1000)]
    private static partial Regex NameForm();
}
