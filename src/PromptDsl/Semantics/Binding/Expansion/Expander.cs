using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>Unrolls loops, puts definitions and templates in, and checks what stands where.</summary>
internal sealed partial class Expander(DiagnosticBag diagnostics, Instances instances)
{
    private readonly OperandBinder _operands = new(diagnostics, instances.Evaluator);
    private readonly MisplacedStatements _misplaced = new(diagnostics);
    private readonly DefinitionLookup _definitions = new(diagnostics, instances);
    private int _statements;

    private Evaluator Evaluator => instances.Evaluator;

    private bool IsExhausted => _statements > Limits.Statements;

    /// <summary>A file with everything that it says, brings in and repeats.</summary>
    public BlockNode ExpandFile(ModuleInstance instance)
    {
        Module module = instance.Module;
        TextSpan first = module.Tree.Root.Statements is [{ } statement, ..] ? statement.Span : new TextSpan(0, 0);
        var node = new BlockNode(LanguageSchema.File, module.Place(first));
        Expand(module.Tree.Root.Statements, new Scope(instance, null), node);
        node.JoinForms();
        return node;
    }

    private void Expand(IEnumerable<StatementSyntax> statements, Scope scope, BlockNode node)
    {
        foreach (StatementSyntax statement in statements)
        {
            if (!Count(scope.Module.Place(statement.Span.Length == 0 ? statement.Span : HeadOf(statement))))
            {
                return;
            }

            switch (statement)
            {
                case PropertySyntax property:
                    ExpandProperty(property, scope, node);
                    break;
                case BlockSyntax block:
                    ExpandBlock(block, scope, node);
                    break;
                case ForSyntax loop:
                    ExpandLoop(loop, scope, node);
                    break;
                case IncludeSyntax include:
                    ExpandInclude(include, scope, node);
                    break;
                case UseSyntax use:
                    CheckAtTop(use.Keyword, "use", scope, node);
                    break;
                case ParamSyntax param:
                    CheckAtTop(param.Keyword, "param", scope, node);
                    break;
                case DefineSyntax define:
                    CheckAtTop(define.Keyword, "define", scope, node);
                    break;
            }
        }
    }

    /// <summary>Declarations are read before anything expands; here only their place is looked at.</summary>
    private void CheckAtTop(SyntaxToken keyword, string word, Scope scope, BlockNode node)
    {
        if (node.Schema != LanguageSchema.File || scope.IsInLoop)
        {
            diagnostics.Add(PlacementDiagnostics.MisplacedStatement(scope.Module.Place(keyword), word));
        }
    }

    private static TextSpan HeadOf(StatementSyntax statement) =>
        statement switch
        {
            BlockSyntax block => block.HeadSpan,
            ForSyntax loop => loop.HeadSpan,
            _ => statement.Span,
        };

    private bool Count(SourceSpan place)
    {
        if (++_statements == Limits.Statements + 1)
        {
            diagnostics.Add(PlacementDiagnostics.StatementLimit(place));
        }

        return !IsExhausted && instances.Budget.TryTakeStatement(place);
    }

    // ---- key: value

    private void ExpandProperty(PropertySyntax property, Scope scope, BlockNode node)
    {
        SourceSpan keyPlace = scope.Module.Place(property.KeyToken);
        if (node.Schema.FindKey(property.Key) is not { } key)
        {
            if (property.Key == "when")
            {
                if (node.Schema == LanguageSchema.File && !scope.IsInLoop)
                {
                    diagnostics.Add(PlacementDiagnostics.MisplacedWhen(keyPlace, inLoop: false));
                }

                return;
            }

            _misplaced.ReportUnknownKey(property, scope, node, keyPlace);
            return;
        }

        BoundValue value = Evaluator.Evaluate(property.Value, scope, key.Type, $"`{key.Name}`");
        if (value is ErrorValue)
        {
            return;
        }

        if (node.Child(key.Name) is { Rank: BlockNode.Own } block)
        {
            diagnostics.Add(PlacementDiagnostics.DuplicateKey(keyPlace, block.Place, key.Name, scope.IsInLoop));
            return;
        }

        Field? known = node.Find(key.Name);
        if (!node.TrySet(new Field(key.Name, value, keyPlace), key.Joins))
        {
            diagnostics.Add(PlacementDiagnostics.DuplicateKey(keyPlace, known!.KeyPlace, key.Name, scope.IsInLoop));
        }
    }

    // ---- kind name value { … }

    private void ExpandBlock(BlockSyntax block, Scope scope, BlockNode node)
    {
        SourceSpan kindPlace = scope.Module.Place(block.KindToken);
        if (!node.Schema.Children.Contains(block.Kind) || LanguageSchema.FindKind(block.Kind) is not { } schema)
        {
            _misplaced.ReportUnknownKind(block, scope, node, kindPlace);
            return;
        }

        if (schema.Name is "vary")
        {
            return;
        }

        if (!IsWanted(block.Body, scope))
        {
            // Left out of the picture, yet a mistake in it is still one.
            node = new BlockNode(node.Schema, node.Place);
        }

        if (schema.Name is "extends")
        {
            ExpandExtends(block, scope, node);
            return;
        }

        BlockNode? child = AddChild(block, schema, scope, node);
        if (child is not null)
        {
            Expand(block.Body?.Statements ?? [], scope, child);
            _operands.CheckValue(child, block, scope);
        }
    }

    /// <summary>Whether <c>when</c>, if it is said, is true.</summary>
    private bool IsWanted(BodySyntax? body, Scope scope)
    {
        if (body is null)
        {
            return true;
        }

        PropertySyntax? when = null;
        foreach (StatementSyntax statement in body.Statements)
        {
            if (statement is not PropertySyntax { Key: "when" } property)
            {
                continue;
            }

            if (when is not null)
            {
                diagnostics.Add(
                    PlacementDiagnostics.DuplicateKey(
                        scope.Module.Place(property.KeyToken),
                        scope.Module.Place(when.KeyToken),
                        "when",
                        inLoop: false
                    )
                );
            }

            when = property;
        }

        return when is null
            || Evaluator.Evaluate(when.Value, scope, FieldType.Boolean, "`when`") is not BooleanValue { Value: false };
    }

    private BlockNode? AddChild(BlockSyntax block, KindSchema schema, Scope scope, BlockNode node)
    {
        SourceSpan place = scope.Module.Place(block.HeadSpan);
        var child = new BlockNode(schema, place);
        if (!_operands.TryBind(child, block, scope))
        {
            return null;
        }

        if (node.SaysItself(schema.Name) && node.Find(schema.Name) is { } property)
        {
            diagnostics.Add(PlacementDiagnostics.DuplicateKey(place, property.KeyPlace, schema.Name, scope.IsInLoop));
            return null;
        }

        if (schema.IsGathered && node.Child(schema.Name) is { } gathered)
        {
            return gathered;
        }

        if (!schema.IsRepeatable && node.Child(schema.Name) is { } first)
        {
            if (first.Rank == BlockNode.Own)
            {
                diagnostics.Add(PlacementDiagnostics.DuplicateSection(place, first.Place, schema.Name));
                return null;
            }

            // Brought in by `extends` above: what the file says itself goes on top of it.
            return Adopt(first, child, node);
        }

        if (child.Name is not null && node.Children.Find(schema.Name, child.Name) is { } same)
        {
            if (same.Rank == BlockNode.Own)
            {
                diagnostics.Add(
                    PlacementDiagnostics.DuplicateName(child.NamePlace, same.NamePlace, child.Name, scope.IsInLoop)
                );
                return null;
            }

            return Adopt(same, child, node);
        }

        node.Children.Add(child);
        return child;
    }

    private static BlockNode Adopt(BlockNode inherited, BlockNode own, BlockNode parent)
    {
        own.Merge(inherited, own.NextIncludeRank());
        parent.Children.Replace(inherited, own);
        return own;
    }
}
