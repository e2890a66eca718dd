using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Scenes;

/// <summary>Makes sections of the blocks of a file or a stage.</summary>
internal sealed class SceneBuilder(DiagnosticBag diagnostics)
{
    private readonly ThingBuilder _things = new(diagnostics);

    public Scene Build(BlockNode node)
    {
        ImmutableArray<DomainSection> domains = BuildDomains(node);
        return new Scene
        {
            Prompt = (node.Find("prompt")?.Value as TextValue)?.Text,
            Content = node.Find("content")?.Value ?? ImpliedContent(domains),
            Purpose = node.Find("purpose"),
            Audience = node.Find("audience"),
            Domains = domains,
            Subject = BuildSubject(node),
            Style = StyleReader.Read(node),
            Things = _things.Build(node),
            Negatives = Texts(node, "negatives"),
            SafeArea = BuildSafeArea(node.Child("technical")),
        };
    }

    /// <summary>The texts of a field; what is not text there has been reported.</summary>
    public static ImmutableArray<AuthoredText> Texts(BlockNode node, string key) =>
        node.Find(key)?.Value switch
        {
            TextValue text => [text.Text],
            ListValue list => [.. list.Items.OfType<TextValue>().Select(t => t.Text)],
            _ => [],
        };

    private ImmutableArray<DomainSection> BuildDomains(BlockNode node)
    {
        var domains = ImmutableArray.CreateBuilder<DomainSection>();
        foreach (BlockNode child in node.Children.Where(c => LanguageSchema.IsDomain(c.Schema.Name)))
        {
            domains.Add(new DomainSection(child.Schema.Name, child.ToFields(), child.Place));
        }

        // Beside its own fields a picture may have those of another kind; in place of them they are a slip.
        bool isOther =
            node.Find("content")?.Value is WordValue said
            && LanguageSchema.IsDomain(said.Word)
            && !domains.Any(d => d.Kind == said.Word);
        if (isOther && domains.FirstOrDefault(d => d.Kind != "education") is { } other)
        {
            BoundValue content = node.Find("content")!.Value;
            diagnostics.Add(StageDiagnostics.DomainMismatch(other.Place, other.Kind, content.Written, content.Place));
        }

        return domains.ToImmutable();
    }

    /// <summary>A block of fields for a kind of content says what the content is.</summary>
    private static WordValue? ImpliedContent(ImmutableArray<DomainSection> domains)
    {
        DomainSection? domain = domains.FirstOrDefault(d => d.Kind != "education");
        return domain is null ? null : new WordValue(domain.Kind, domain.Place);
    }

    private static SubjectSection? BuildSubject(BlockNode node)
    {
        if (node.Child("subject") is { } block)
        {
            return new SubjectSection((block.Value as TextValue)?.Text, block.ToFields(), block.Place);
        }

        return node.Find("subject") is { } property
            ? new SubjectSection(Joined(property.Value), FieldSet.Empty, property.KeyPlace)
            : null;
    }

    /// <summary>A prose value as one text; the items of a list are joined by commas.</summary>
    private static AuthoredText? Joined(BoundValue value)
    {
        switch (value)
        {
            case TextValue text:
                return text.Text;
            case ListValue list:
                var runs = ImmutableArray.CreateBuilder<TextRun>();
                foreach (BoundValue item in list.Items)
                {
                    if (runs.Count > 0)
                    {
                        runs.Add(new TextRun(", ", item.Place));
                    }

                    runs.AddRange(Joined(item)?.Runs ?? []);
                }

                return runs.Count == 0 ? null : new AuthoredText(runs.ToImmutable(), list.Place);
            default:
                return new AuthoredText([new TextRun(value.Written, value.Place)], value.Place);
        }
    }

    private static SafeAreaSection? BuildSafeArea(BlockNode? technical) =>
        technical?.Child("safe-area") is { } block ? new SafeAreaSection(block.ToFields(), block.Place) : null;
}
