using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>Looks at definitions where they are declared, so that a wrong one is found before it is used.</summary>
internal static class DefinitionChecker
{
    public static void Check(Module root, Instances instances, DiagnosticBag diagnostics)
    {
        var expander = new Expander(diagnostics, instances);
        ModuleInstance instance = instances.Default(root);
        foreach (DefineSyntax define in root.Definitions.Values)
        {
            string kind = define.Block.Kind;
            if (LanguageSchema.FindKind(kind) is { Name: not ("file" or "extends" or "vary") })
            {
                expander.Check(define, instance);
            }
            else if (LanguageSchema.ParameterTypes.Contains(kind))
            {
                CheckValue(define, root, diagnostics);
                _ = instances.DefinitionValue(instance, ((PathSyntax)define.Block.Operands[0]).Parts[0]);
            }
            else
            {
                IEnumerable<string> kinds = LanguageSchema
                    .Kinds.Select(k => k.Name)
                    .Where(k => k != kind)
                    .Concat(LanguageSchema.ParameterTypes);
                diagnostics.Add(
                    ExpansionDiagnostics.DefinitionKind(
                        root.Place(define.Block.KindToken),
                        kind,
                        Suggestion.For(kind, kinds)
                    )
                );
            }
        }
    }

    /// <summary>A definition of a type has a value and nothing else.</summary>
    private static void CheckValue(DefineSyntax define, Module root, DiagnosticBag diagnostics)
    {
        BlockSyntax block = define.Block;
        if (block.Operands.Length < 2)
        {
            SourceSpan name = root.Place(block.Operands[0]);
            diagnostics.Add(SyntaxDiagnostics.MalformedDefine(name, "nothing", "a value"));
        }

        if (block.Body is { } body)
        {
            diagnostics.Add(SyntaxDiagnostics.MalformedDefine(root.Place(body), "a body", "the end of the line"));
        }
    }
}
