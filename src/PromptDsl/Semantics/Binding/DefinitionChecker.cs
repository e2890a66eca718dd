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
                _ = instances.DefinitionValue(instance, ((PathSyntax)define.Block.Operands[0]).Parts[0]);
            }
            else
            {
                IEnumerable<string> kinds = LanguageSchema
                    .Kinds.Select(k => k.Name)
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
}
