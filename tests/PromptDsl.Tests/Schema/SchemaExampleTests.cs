using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Tests.Semantics;
using Xunit;

namespace PromptDsl.Tests.Schema;

/// <summary>The examples of the table are what people copy: each is understood where it stands.</summary>
public class SchemaExampleTests
{
    public static TheoryData<string> Kinds => [.. LanguageSchema.Kinds.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_example_of_a_kind_is_understood(string kind) =>
        IsUnderstood(In(LanguageSchema.FindKind(kind)!, LanguageSchema.FindKind(kind)!.Example));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_example_of_each_key_is_understood(string kind)
    {
        KindSchema schema = LanguageSchema.FindKind(kind)!;
        foreach (KeySchema key in schema.Keys)
        {
            string property = $"{key.Name}: {key.Example.Replace("\"\"\"…\"\"\"", "\"…\"", StringComparison.Ordinal)}";
            IsUnderstood(schema == LanguageSchema.File ? property : In(schema, $"{Head(schema)} {{ {property} }}"));
        }
    }

    [Fact]
    public void Every_kind_and_key_is_documented_in_one_sentence()
    {
        IEnumerable<string> all = LanguageSchema.Kinds.SelectMany(k =>
            k.Keys.Select(key => key.Documentation).Prepend(k.Documentation)
        );
        Assert.All(all, d => Assert.True(char.IsUpper(d[0]) && d.EndsWith('.'), d));
    }

    /// <summary>A statement inside the blocks that lead to where its kind stands.</summary>
    private static string In(KindSchema kind, string statement)
    {
        if (kind == LanguageSchema.File || LanguageSchema.File.Children.Contains(kind.Name))
        {
            return statement;
        }

        KindSchema owner = LanguageSchema.Kinds.First(k => k.Name != "stage" && k.Children.Contains(kind.Name));
        return In(owner, $"{Head(owner)} {{ {statement} }}");
    }

    private static string Head(KindSchema kind) => kind.Example.Split(" {")[0];

    /// <summary>Names of things, stages and files that an example borrows are not declared here.</summary>
    private static void IsUnderstood(string source) =>
        Assert.DoesNotContain(
            BindResult.Of(source).Findings,
            (Diagnostic d) => string.CompareOrdinal(d.Code, "IMG1036") < 0
        );
}
