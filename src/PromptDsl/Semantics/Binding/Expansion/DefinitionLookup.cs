using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>Finds the definitions that <c>include</c> names, in the file itself or in one that it uses.</summary>
internal sealed class DefinitionLookup(DiagnosticBag diagnostics, Instances instances)
{
    /// <summary>The definition and the file it stands in; null after a report.</summary>
    public (DefineSyntax, ModuleInstance)? Find(PathSyntax path, Scope scope, string kind)
    {
        SourceSpan place = scope.Module.Place(path);
        if (path.Parts.Length > 2)
        {
            diagnostics.Add(ValueDiagnostics.ReachingThrough(place, path.Text, path.Parts[0], path.Parts[1]));
            return null;
        }

        if (path.Parts.Length == 1)
        {
            string name = path.Parts[0];
            if (scope.Module.Definitions.TryGetValue(name, out DefineSyntax? define))
            {
                return IsUsable(define, scope.Module) ? (define, scope.Instance) : null;
            }

            if (scope.Module.Imports.ContainsKey(name))
            {
                diagnostics.Add(ValueDiagnostics.FileAsValue(place, name));
                return null;
            }

            IEnumerable<string> candidates = scope.Module.Definitions.Keys.Concat(MembersOfImports(scope.Module));
            string? suggestion = Suggestion.For(name, candidates);
            diagnostics.Add(
                ValueDiagnostics.UnknownName(place, name, suggestion, inString: false) with
                {
                    Help =
                        suggestion is not null ? $"Write `{suggestion}`."
                        : kind == "file"
                            ? $"A definition is brought in by a block of its kind: `style {{ include {name} }}`."
                        : $"Define it: `define {kind} {name} {{ … }}`, or name it with its file: `brand.{name}`.",
                }
            );
            return null;
        }

        (string alias, string member) = (path.Parts[0], path.Parts[1]);
        if (!scope.Module.Imports.TryGetValue(alias, out Import? import))
        {
            string? suggestion = Suggestion.For(alias, scope.Module.Imports.Keys);
            diagnostics.Add(
                ExpansionDiagnostics.ExtendsTarget(scope.Module.Place(path.PathTokens[0]), alias, suggestion)
            );
            return null;
        }

        if (import.Module is null)
        {
            return null;
        }

        if (import.Module.Definitions.TryGetValue(member, out DefineSyntax? imported))
        {
            return IsUsable(imported, import.Module) ? (imported, instances.Default(import.Module)) : null;
        }

        if (import.Module.Imports.ContainsKey(member))
        {
            diagnostics.Add(ValueDiagnostics.ReachingThrough(place, path.Text, alias, member));
            return null;
        }

        string? close = Suggestion.For(member, import.Module.Definitions.Keys);
        diagnostics.Add(
            ValueDiagnostics.UnknownMember(place, alias, member, close is null ? null : $"{alias}.{close}")
        );
        return null;
    }

    private static IEnumerable<string> MembersOfImports(Module module) =>
        module
            .Imports.Values.Where(i => i.Module is not null)
            .SelectMany(i => i.Module!.Definitions.Keys.Select(d => $"{i.Alias}.{d}"));

    /// <summary>Whether the kind of a definition exists; if not, that is reported where it is declared.</summary>
    private bool IsUsable(DefineSyntax define, Module module) =>
        LanguageSchema.ParameterTypes.Contains(define.Block.Kind)
        || DefinitionChecker.CheckKind(define, module, diagnostics);
}
