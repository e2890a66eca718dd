using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PromptDsl.Linting;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Scanning;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

public partial class LexiconTests
{
    private static readonly ImmutableArray<LexiconSet> Sets = PromptLexicon.BuiltIn.Sets;

    [Fact]
    public void Opposites_and_pairs_name_values_that_exist() =>
        Assert.All(
            Sets.SelectMany(s => s.Opposites.Concat(s.Pairs).SelectMany(g => g).Select(v => (Set: s, Value: v))),
            o => Assert.True(o.Set.Terms.Any(t => t.Value == o.Value), $"{o.Set.Name} has no value {o.Value}")
        );

    [Fact]
    public void Names_are_unique_and_kebab_case()
    {
        string[] names = [.. Sets.Select(s => s.Name)];
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.All(names, n => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", n));
        Assert.All(Sets, s => Assert.EndsWith(".", s.About, StringComparison.Ordinal));
    }

    [Fact]
    public void Patterns_are_lower_case_words_with_one_space_between_them() =>
        Assert.All(
            Sets.SelectMany(s => s.Terms),
            t =>
                Assert.True(
                    t.Pattern == t.Pattern.ToLowerInvariant()
                        && t.Pattern
                            == string.Join(' ', t.Pattern.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                    $"{t.Set.Name}: \"{t.Pattern}\""
                )
        );

    [Fact]
    public void Words_of_a_project_leave_pairs_as_they_are()
    {
        LexiconSet set = Sets.First(s => s.Pairs.Length > 0);
        var addition = new LexiconSet(
            set.Name,
            [],
            [KeyValuePair.Create(set.Terms[0].Value, ImmutableArray.Create("zyzzyx"))]
        );
        Assert.Equal(set.Pairs, PromptLexicon.BuiltIn.With([addition]).Sets.Single(s => s.Name == set.Name).Pairs);
    }

    /// <summary>A term that a text made of itself does not hold is found nowhere.</summary>
    [Fact]
    public void Every_term_is_found_in_a_text_made_of_itself()
    {
        string[] unreachable =
        [
            .. Sets.SelectMany(s => s.Terms)
                .Where(t => !Found(t))
                .Select(t => $"{t.Set.Name}.{t.Value}: \"{t.Pattern}\""),
        ];
        Assert.Empty(unreachable);
    }

    /// <summary>A rule that asks for a set by a name that no set has would be silent for ever.</summary>
    [Fact]
    public void Sets_that_rules_ask_for_exist()
    {
        string folder = Path.Combine(Infrastructure.RepositoryRoot.Path, "src/PromptDsl/Linting");
        string[] asked =
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .SelectMany(f => AskedFor().Matches(File.ReadAllText(f)))
                .Select(m => m.Groups["set"].Value)
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(asked);
        Assert.All(asked, a => Assert.Contains(Sets, s => s.Name == a));
    }

    [Fact]
    public void Words_of_a_project_join_those_of_a_set()
    {
        PromptLexicon lexicon = PromptLexicon.BuiltIn.With([
            new LexiconSet(
                "delegated-choice",
                [],
                [KeyValuePair.Create("delegated", ImmutableArray.Create("on brand"))]
            ),
        ]);
        Assert.Equal(Sets.Length, lexicon.Sets.Length);
        LexiconSet set = lexicon.Sets.Single(s => s.Name == "delegated-choice");
        Assert.Contains(set.Terms, t => t.Pattern == "on brand");
        Assert.Contains(set.Terms, t => t.Pattern == "suitable");
        ImmutableArray<string> found =
        [
            .. new Linter(LintOptions.Default with { Lexicon = lexicon })
                .LintText(SourceText.FromString("an On-Brand lamp"))
                .Where(d => d.Name == "delegated-choice")
                .Select(d => d.Primary.Place.Text),
        ];
        Assert.Equal(["On-Brand"], found);
    }

    private static bool Found(LexiconTerm term)
    {
        var matches = new List<TermMatch>();
        string text = term.Pattern.TrimEnd('+', '*').Replace('#', '3');
        text = term.Pattern is "+" or "*" or "#" ? term.Pattern : text;
        new TermWalk(PromptLexicon.BuiltIn.Trie, text, matches).From(0);
        return WordShape.CanBegin(text, 0) && matches.Exists(m => m.Term == term);
    }

    [GeneratedRegex("(?:HitsOf\\(|const string \\w*Set = )\"(?<set>[a-z0-9-]+)\"", RegexOptions.None, 1000)]
    private static partial Regex AskedFor();
}
