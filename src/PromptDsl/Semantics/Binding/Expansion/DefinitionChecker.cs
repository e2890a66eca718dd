using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>Looks at definitions where they are declared, so that a wrong one is found before it is used.</summary>
internal static class DefinitionChecker
{
    public static void Check(Module root, Instances instances, DiagnosticBag diagnostics)
    {
        var expander = new Expander(diagnostics, instances);
        ModuleInstance instance = instances.Default(root);
        foreach (DefineSyntax define in root.Definitions.Values)
        {
            if (LanguageSchema.FindKind(define.Block.Kind) is null && IsType(define))
            {
                CheckValue(define, root, diagnostics);
                _ = instances.DefinitionValue(instance, define.Name!);
            }
            else if (CheckKind(define, root, diagnostics))
            {
                expander.Check(define, instance);
            }
        }
    }

    /// <summary>Whether a definition is of a kind of block that can be brought in; reported if not.</summary>
    public static bool CheckKind(DefineSyntax define, Module module, DiagnosticBag diagnostics)
    {
        string kind = define.Block.Kind;
        if (LanguageSchema.FindKind(kind) is { Name: not ("file" or "extends" or "vary") })
        {
            return true;
        }

        IEnumerable<string> kinds = LanguageSchema
            .Kinds.Select(k => k.Name)
            .Where(k => k != kind)
            .Concat(LanguageSchema.ParameterTypes);
        SourceSpan place = module.Place(define.Block.KindToken);
        diagnostics.Add(ExpansionDiagnostics.DefinitionKind(place, kind, Suggestion.For(kind, kinds)));
        return false;
    }

    private static bool IsType(DefineSyntax define) => LanguageSchema.ParameterTypes.Contains(define.Block.Kind);

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
