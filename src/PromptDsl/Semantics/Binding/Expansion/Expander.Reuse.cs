using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <content><c>include</c> and <c>extends</c>.</content>
internal sealed partial class Expander
{
    // ---- include

    private void ExpandInclude(IncludeSyntax include, Scope scope, BlockNode node)
    {
        if (
            include.Path is not PathSyntax path
            || _definitions.Find(path, scope, node.Schema.Name) is not var (define, instance)
        )
        {
            return;
        }

        SourceSpan place = scope.Module.Place(path);
        BlockSyntax block = define.Block;
        if (block.Kind != node.Schema.Name)
        {
            diagnostics.Add(
                ExpansionDiagnostics.IncludeKind(
                    place,
                    instance.Module.Place(block.HeadSpan),
                    path.Text,
                    block.Kind,
                    node.Schema
                )
            );
            return;
        }

        if (Instantiate(define, instance) is { } body)
        {
            node.Merge(body, node.NextIncludeRank());
        }
    }

    /// <summary>Looks at a definition that may not be used anywhere.</summary>
    public void Check(DefineSyntax define, ModuleInstance instance) => Instantiate(define, instance);

    /// <summary>What a definition brings in; null when it is not wanted, and after a report when it needs itself.</summary>
    private BlockNode? Instantiate(DefineSyntax define, ModuleInstance instance)
    {
        ValueSyntax name = define.Block.Operands[0];
        var body = new Dependency(instance, define.Name!, IsBody: true, instance.Module.Place(name));
        if (!instances.Dependencies.TryEnter(body))
        {
            return null;
        }

        BlockNode? node = ExpandDefinition(define, instance);
        instances.Dependencies.Leave();
        return node;
    }

    private BlockNode? ExpandDefinition(DefineSyntax define, ModuleInstance instance)
    {
        var scope = new Scope(instance, null);
        KindSchema schema = LanguageSchema.FindKind(define.Block.Kind)!;
        if (!IsWanted(define.Block.Body, scope))
        {
            return null;
        }

        var body = new BlockNode(schema, instance.Module.Place(define.Block.HeadSpan));
        if (define.Block.Operands.Length > 1 && schema.ValueRule == OperandRule.None)
        {
            SourceSpan stray = instance.Module.Place(define.Block.Operands[1]);
            diagnostics.Add(PlacementDiagnostics.UnexpectedBlockValue(stray, schema));
        }
        else if (define.Block.Operands.Length > 1)
        {
            BoundValue? value = instances.DefinitionValue(instance, define.Name!);
            if (value is not null and not ErrorValue)
            {
                body.SetValue(value, BlockNode.Own);
            }
        }

        Expand(define.Block.Body?.Statements ?? [], scope, body);
        body.JoinForms();
        body.ReportConflicts(diagnostics);
        return body;
    }

    // ---- extends

    private void ExpandExtends(BlockSyntax block, Scope scope, BlockNode node)
    {
        Module module = scope.Module;
        if (block.Operands is not [PathSyntax { Word: { } alias } path])
        {
            diagnostics.Add(
                PlacementDiagnostics.MissingName(module.Place(block.KindToken), LanguageSchema.FindKind("extends")!)
            );
            return;
        }

        SourceSpan place = module.Place(path);
        if (_definitions.FindImport(alias, module, place)?.Module is not { } template)
        {
            return;
        }

        ModuleInstance instance = instances.Create(template);
        BindTemplate(block, scope, instance);
        foreach ((string name, ParamSyntax param) in template.Parameters)
        {
            if (param.Default is null && !instance.Given.ContainsKey(name))
            {
                diagnostics.Add(
                    ParameterDiagnostics.UnboundInExtends(
                        module.Place(block.HeadSpan),
                        template.Place(param.NameToken),
                        name
                    )
                );
                instance.Given[name] = new ErrorValue(place);
            }
        }

        node.Merge(ExpandFile(instance), node.NextIncludeRank());
    }

    private void BindTemplate(BlockSyntax block, Scope scope, ModuleInstance instance)
    {
        var given = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (StatementSyntax statement in block.Body?.Statements ?? [])
        {
            if (statement is not PropertySyntax property)
            {
                TextSpan head = statement is BlockSyntax stray ? stray.KindToken.Span : statement.Span;
                SourceSpan place = scope.Module.Place(head);
                ReportUnknownParameter(place, place.Text.Split(' ', '\n')[0], null, instance);
            }
            else if (property.Key != "when")
            {
                BindParameter(property, scope, instance, given);
            }
        }
    }

    private void BindParameter(
        PropertySyntax property,
        Scope scope,
        ModuleInstance instance,
        Dictionary<string, SourceSpan> given
    )
    {
        SourceSpan place = scope.Module.Place(property.KeyToken);
        if (!instance.Module.Parameters.ContainsKey(property.Key))
        {
            string? suggestion = Suggestion.For(property.Key, instance.Module.Parameters.Keys);
            if (suggestion is not null)
            {
                // The one that was meant does not lack a value as well.
                instance.Given.TryAdd(suggestion, new ErrorValue(place));
            }

            ReportUnknownParameter(place, property.Key, suggestion, instance);
        }
        else if (!given.TryAdd(property.Key, place))
        {
            diagnostics.Add(PlacementDiagnostics.DuplicateKey(place, given[property.Key], property.Key, inLoop: false));
        }
        else
        {
            instance.Given[property.Key] = Evaluator.Evaluate(property.Value, scope);
        }
    }

    private void ReportUnknownParameter(SourceSpan place, string name, string? suggestion, ModuleInstance template) =>
        diagnostics.Add(ParameterDiagnostics.Unknown(place, name, "", suggestion, template.Module.Parameters.Keys));
}
