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
    /// <param name="kind">The kind of the block that brings it in.</param>
    public (DefineSyntax, ModuleInstance)? Find(PathSyntax path, Scope scope, string kind)
    {
        SourceSpan place = scope.Module.Place(path);
        switch (path.Parts)
        {
            case [var name]:
                return FindHere(name, scope, place, kind);
            case [var alias, var member]:
                SourceSpan aliasPlace = scope.Module.Place(path.PathTokens[0]);
                return FindImport(alias, scope.Module, aliasPlace)?.Module is { } module
                    ? FindMember(member, alias, module, place)
                    : null;
            default:
                diagnostics.Add(ValueDiagnostics.ReachingThrough(place, path.Text, path.Parts[0], path.Parts[1]));
                return null;
        }
    }

    /// <summary>The file that is used under a name; null after a report.</summary>
    public Import? FindImport(string alias, Module module, SourceSpan place)
    {
        if (module.Imports.TryGetValue(alias, out Import? import))
        {
            return import;
        }

        diagnostics.Add(ExpansionDiagnostics.ExtendsTarget(place, alias, Suggestion.For(alias, module.Imports.Keys)));
        return null;
    }

    private (DefineSyntax, ModuleInstance)? FindHere(string name, Scope scope, SourceSpan place, string kind)
    {
        Module module = scope.Module;
        if (module.Definitions.TryGetValue(name, out DefineSyntax? define))
        {
            return IsUsable(define, module) ? (define, scope.Instance) : null;
        }

        if (module.Imports.ContainsKey(name))
        {
            diagnostics.Add(ValueDiagnostics.FileAsValue(place, name));
            return null;
        }

        string? suggestion = Suggestion.For(name, module.Definitions.Keys.Concat(MembersOfImports(module)));
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

    private (DefineSyntax, ModuleInstance)? FindMember(string name, string alias, Module module, SourceSpan place)
    {
        if (module.Definitions.TryGetValue(name, out DefineSyntax? define))
        {
            return IsUsable(define, module) ? (define, instances.Default(module)) : null;
        }

        if (module.Imports.ContainsKey(name))
        {
            diagnostics.Add(ValueDiagnostics.ReachingThrough(place, $"{alias}.{name}", alias, name));
            return null;
        }

        string? close = Suggestion.For(name, module.Definitions.Keys);
        diagnostics.Add(ValueDiagnostics.UnknownMember(place, alias, name, close is null ? null : $"{alias}.{close}"));
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
