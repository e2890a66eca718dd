using System.Collections.Immutable;

namespace PromptDsl.Linting.Lexicon;

/// <summary>
/// Words that belong together: a dimension with opposing values (light: dark, bright), or a list that a
/// rule looks for (words that say nothing).
/// <para>
/// A pattern is lower-case words with one space between them; a space also matches a hyphen or none
/// in a row of white space. <c>dark+</c> also matches the regular inflections of an English word,
/// <c>어둡*</c> any ending of a Korean stem; a Korean word without a mark takes particles. <c>#</c> matches
/// a run of digits. <c>dark~</c> is a modifier: it tells something of the word after it alone, so that who
/// reads it looks at that word, for which <see cref="Heads"/> lists those that stand for the whole.
/// </para>
/// </summary>
public sealed class LexiconSet
{
    /// <summary>The value of terms that only keep others from being found: "bright idea" is no light.</summary>
    public const string Except = "except";

    /// <summary>What begins a value in the generated table; no pattern holds it.</summary>
    internal const char ValueMark = '§';

    /// <summary>The value of the words that stand for the whole after a modifier: "scene" in "dark scene".</summary>
    public const string Heads = "heads";

    /// <summary>A set with its terms.</summary>
    /// <param name="name">Kebab-case.</param>
    /// <param name="opposites">Groups of values; two values of one group exclude each other.</param>
    /// <param name="values">The values with their patterns.</param>
    public LexiconSet(
        string name,
        ImmutableArray<ImmutableArray<string>> opposites,
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> values
    )
    {
        Name = name;
        Opposites = opposites;
        Terms = [.. values.SelectMany(v => v.Value.Select(p => new LexiconTerm(this, v.Key, p)))];
    }

    /// <summary>Reads a set of the generated table, which costs less as one text than as thousands of literals.</summary>
    /// <param name="name">Kebab-case.</param>
    /// <param name="about">One sentence.</param>
    /// <param name="opposites">Groups of values; two values of one group exclude each other.</param>
    /// <param name="pairs">Values that belong together.</param>
    /// <param name="lines">A line for each pattern; a line with <see cref="ValueMark"/> begins a value.</param>
    internal static LexiconSet Parse(
        string name,
        string about,
        ImmutableArray<ImmutableArray<string>> opposites,
        ImmutableArray<ImmutableArray<string>> pairs,
        string lines
    )
    {
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, ImmutableArray<string>>>();
        foreach (string value in lines.Split(ValueMark, StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            values.Add(KeyValuePair.Create(parts[0], ImmutableArray.Create(parts, 1, parts.Length - 1)));
        }

        return new LexiconSet(name, opposites, values.ToImmutable()) { About = about, Pairs = pairs };
    }

    public string Name { get; }

    /// <summary>What its words have in common, in one sentence; empty for words of a project.</summary>
    public string About { get; init; } = "";

    public ImmutableArray<ImmutableArray<string>> Opposites { get; }

    /// <summary>Values that belong together: a thing and a part that it is expected to have.</summary>
    public ImmutableArray<ImmutableArray<string>> Pairs { get; init; } = [];

    public ImmutableArray<LexiconTerm> Terms { get; }

    /// <summary>Whether the set is a dimension, with values that exclude each other.</summary>
    public bool IsDimension => Opposites.Length > 0;

    /// <summary>Whether two values exclude each other.</summary>
    public bool AreOpposite(string a, string b) => a != b && Opposites.Any(g => g.Contains(a) && g.Contains(b));

    /// <summary>Whether two values belong together.</summary>
    public bool ArePaired(string a, string b) => a != b && Pairs.Any(g => g.Contains(a) && g.Contains(b));
}
