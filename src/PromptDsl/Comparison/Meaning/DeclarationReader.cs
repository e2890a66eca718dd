using PromptDsl.Semantics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads what a file offers to others: parameters, and the definitions of a file that is nothing else.</summary>
internal static class DeclarationReader
{
    public static Element Read(SyntaxTree tree, FileRole role)
    {
        var file = new Element("file", null, new SourceSpan(tree.Source, new TextSpan(0, 0)))
        {
            Identity = ElementIdentity.Only,
            Area = ChangeArea.File,
            Segment = "",
        };
        foreach (StatementSyntax statement in tree.Root.Statements)
        {
            if (statement is ParamSyntax param)
            {
                file.Add(Parameter(param, tree.Source));
            }
            else if (statement is DefineSyntax define && role == FileRole.Library)
            {
                file.Add(Block(define.Block, "define ", tree.Source));
            }
        }

        return file;
    }

    private static Element Parameter(ParamSyntax param, SourceText source)
    {
        SourceSpan Place(SyntaxNode node) => new(source, node.Span);
        var element = new Element("param", param.Name, new SourceSpan(source, param.NameToken.Span))
        {
            Identity = ElementIdentity.Name,
            Area = ChangeArea.Parameters,
            Scope = NameScope.Parameter,
            Segment = "param " + param.Name,
        };
        FactValue type = FactValue.Plain(param.Type.Name);
        element.Add(FactReader.Read("type", type, Place(param.Type), ChangeArea.Parameters));
        if (param.Type.Options is { } options)
        {
            FactValue values = SyntaxValueReader.Read(options) with { IsOrdered = false };
            element.Add(FactReader.Read("options", values, Place(options), ChangeArea.Parameters));
        }

        if (param.Default is { } value)
        {
            FactValue read = SyntaxValueReader.Read(value);
            element.Add(FactReader.Read("default", read, Place(value), ChangeArea.Parameters));
        }

        AddBody(element, param.Body, source, ChangeArea.Parameters);
        return element;
    }

    private static Element Block(BlockSyntax block, string prefix, SourceText source)
    {
        string? name = block.Operands is [PathSyntax path, ..] ? path.Text : null;
        string shown = name is null ? block.Kind : $"{block.Kind} {name}";
        var element = new Element(prefix + block.Kind, name, new SourceSpan(source, block.HeadSpan))
        {
            Identity = ElementIdentity.Name,
            Area = ChangeArea.Definitions,
            Segment = prefix + shown,
            ValueNoun = "value",
        };
        foreach (ValueSyntax operand in block.Operands.Skip(name is null ? 0 : 1))
        {
            var place = new SourceSpan(source, operand.Span);
            element.Add(FactReader.Read("", SyntaxValueReader.Read(operand), place, ChangeArea.Definitions));
        }

        AddBody(element, block.Body, source, ChangeArea.Definitions);
        return element;
    }

    private static void AddBody(Element into, BodySyntax? body, SourceText source, ChangeArea area)
    {
        foreach (StatementSyntax statement in body?.Statements ?? [])
        {
            switch (statement)
            {
                case PropertySyntax property:
                    var place = new SourceSpan(source, property.Value.Span);
                    into.Add(FactReader.Read(property.Key, SyntaxValueReader.Read(property.Value), place, area));
                    break;
                case BlockSyntax block:
                    into.Add(Block(block, "", source));
                    break;
                default:
                    into.Add(Other(statement, source));
                    break;
            }
        }
    }

    /// <summary>A loop, or what is included: compared as it is written, without regard to layout.</summary>
    private static Element Other(StatementSyntax statement, SourceText source)
    {
        string text = string.Join(' ', statement.Tokens().Select(t => source.ToString(t.Span)));
        var place = new SourceSpan(source, statement.Span);
        var element = new Element("statement", null, place)
        {
            Identity = ElementIdentity.Content,
            Area = ChangeArea.Definitions,
            Segment = text.Length > 40 ? text[..40].TrimEnd() + "…" : text,
        };
        element.Add(FactReader.Read("", FactValue.Plain(text), place, ChangeArea.Definitions));
        return element;
    }
}
