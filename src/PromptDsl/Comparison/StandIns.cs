using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Comparison.Matching;
using PromptDsl.Comparison.Meaning;
using PromptDsl.Semantics;
using PromptDsl.Syntax;

namespace PromptDsl.Comparison;

/// <summary>Values for parameters that have none, the same for the same parameter of both versions.</summary>
internal sealed record StandIns(ImmutableArray<ParameterBinding> Before, ImmutableArray<ParameterBinding> After)
{
    private const string Origin = "comparison";
    private const int ItemsOfList = 2;

    public static StandIns For(SyntaxTree before, SyntaxTree after)
    {
        Element left = DeclarationReader.Read(before, FileRole.Template);
        Element right = DeclarationReader.Read(after, FileRole.Template);
        Matches matches = ElementMatcher.Match(left, right);
        string NameOf(Element parameter) =>
            matches.TryGetAfter(parameter, out Element? later) ? later.Name! : parameter.Name!;
        return new StandIns(
            Create(before, name => NameOf(left.Children.First(c => c.Name == name))),
            Create(after, name => name)
        );
    }

    private static ImmutableArray<ParameterBinding> Create(SyntaxTree tree, Func<string, string> nameOf) =>
        [
            .. tree
                .Root.Statements.OfType<ParamSyntax>()
                .Where(p => p.Default is null)
                .DistinctBy(p => p.Name)
                .Select(p => Create(p, nameOf(p.Name), tree)),
        ];

    private static ParameterBinding Create(ParamSyntax param, string name, SyntaxTree tree)
    {
        string text = $"{{{name}}}";
        var binding = new ParameterBinding(param.Name, TextFor(param, name, text), Origin);
        return param.Type.Name == "list" ? binding with { Items = ItemsFor(param, text, tree) } : binding;
    }

    private static string TextFor(ParamSyntax param, string name, string text) =>
        param.Type.Name switch
        {
            "number" => Restriction(param, "min") ?? Restriction(param, "max") ?? "1",
            "percent" => Restriction(param, "min") ?? Restriction(param, "max") ?? "50%",
            "ratio" => "1:1",
            "size" => "1024x1024",
            "color" => "#808080",
            "boolean" => "true",
            "image" => name + ".png",
            "choice" => param.Type.Options?.Items.FirstOrDefault() switch
            {
                StringSyntax option => option.LiteralText,
                LiteralSyntax option => option.Text,
                PathSyntax option => option.Text,
                _ => "",
            },
            _ => int.TryParse(Restriction(param, "max-length"), CultureInfo.InvariantCulture, out int longest)
            && longest < text.Length
                ? text[..longest]
                : text,
        };

    private static string? Restriction(ParamSyntax param, string key) =>
        param
            .Body?.Statements.OfType<PropertySyntax>()
            .Where(p => p.Key == key)
            .Select(p => (p.Value as LiteralSyntax)?.Text)
            .FirstOrDefault();

    /// <summary>A list as long as two rounds of a loop, each with as many values as the loop takes apart.</summary>
    private static ImmutableArray<ParameterBinding> ItemsFor(ParamSyntax param, string text, SyntaxTree tree)
    {
        int variables = tree
            .Root.DescendantsAndSelf()
            .OfType<ForSyntax>()
            .Where(f => f.Items is PathSyntax { Word: { } word } && word == param.Name)
            .Select(f => f.Pattern.Names.Length)
            .FirstOrDefault(1);
        ParameterBinding Item(string value) => new(param.Name, value, Origin);
        IEnumerable<ParameterBinding> items = Enumerable
            .Range(1, ItemsOfList)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{text} {n}"))
            .Select(t =>
                variables == 1
                    ? Item(t)
                    : Item(t) with
                    {
                        Items =
                        [
                            .. Enumerable
                                .Range(1, variables)
                                .Select(v => Item(string.Create(CultureInfo.InvariantCulture, $"{t}.{v}"))),
                        ],
                    }
            );
        return [.. items];
    }
}
