using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>Finds what a bare word or <c>file.name</c> stands for.</summary>
internal sealed class NameLookup(DiagnosticBag diagnostics, Instances instances)
{
    /// <summary>Every word that stands for a value at a place, for suggestions.</summary>
    public static IEnumerable<string> NamesIn(Scope scope) => (scope.Loop?.Names ?? []).Concat(scope.Module.Names);

    /// <summary>
    /// What a path stands for: a loop variable, a parameter, a definition's value, in this order. Null
    /// when a single word is none of them; what is wrong otherwise is reported.
    /// </summary>
    /// <param name="inSlot">Whether it stands in a slot of a string, where a picture may be named as well.</param>
    public BoundValue? Find(ImmutableArray<string> path, Scope scope, SourceSpan place, bool inSlot)
    {
        switch (path)
        {
            case [var word]:
                return FindWord(word, scope, place, inSlot);
            case [var alias, var name]:
                return FindMember(alias, name, scope, place, inSlot);
            default:
                diagnostics.Add(ValueDiagnostics.ReachingThrough(place, string.Join('.', path), path[0], path[1]));
                return new ErrorValue(place);
        }
    }

    /// <summary>The loop variable or the parameter of a name, or null.</summary>
    public BoundValue? FindVariable(string name, Scope scope)
    {
        if (scope.Loop?.Find(name) is { } variable)
        {
            return variable;
        }

        return scope.Module.Parameters.ContainsKey(name) ? instances.Parameter(scope.Instance, name) : null;
    }

    private BoundValue? FindWord(string word, Scope scope, SourceSpan place, bool inSlot)
    {
        if (FindVariable(word, scope) is { } variable)
        {
            return variable;
        }

        if (scope.Module.Definitions.ContainsKey(word))
        {
            return ValueOfDefinition(word, word, scope.Instance, place);
        }

        if (scope.Module.Imports.ContainsKey(word))
        {
            diagnostics.Add(ValueDiagnostics.FileAsValue(place, word));
            return new ErrorValue(place);
        }

        if (inSlot && !instances.Pictures.MayContain(word))
        {
            string? suggestion = Suggestion.For(word, NamesIn(scope).Concat(instances.Pictures.Names));
            diagnostics.Add(ValueDiagnostics.UnknownName(place, word, suggestion, inString: true));
            return new ErrorValue(place);
        }

        return null;
    }

    private BoundValue FindMember(string alias, string name, Scope scope, SourceSpan place, bool inSlot)
    {
        string written = $"{alias}.{name}";
        if (!scope.Module.Imports.TryGetValue(alias, out Import? import))
        {
            string? similar = Suggestion.For(alias, scope.Module.Imports.Keys);
            string? suggestion = similar is null ? null : $"{similar}.{name}";
            diagnostics.Add(ValueDiagnostics.UnknownName(place, written, suggestion, inSlot));
            return new ErrorValue(place);
        }

        if (import.Module is not { } module)
        {
            return new ErrorValue(place);
        }

        if (module.Definitions.ContainsKey(name))
        {
            return ValueOfDefinition(name, written, instances.Default(module), place);
        }

        if (module.Parameters.ContainsKey(name))
        {
            return instances.Parameter(instances.Default(module), name);
        }

        if (module.Imports.ContainsKey(name))
        {
            diagnostics.Add(ValueDiagnostics.ReachingThrough(place, written, alias, name));
            return new ErrorValue(place);
        }

        string? close = Suggestion.For(name, module.Definitions.Keys.Concat(module.Parameters.Keys));
        diagnostics.Add(ValueDiagnostics.UnknownMember(place, alias, name, close is null ? null : $"{alias}.{close}"));
        return new ErrorValue(place);
    }

    private BoundValue ValueOfDefinition(string name, string written, ModuleInstance instance, SourceSpan place)
    {
        if (instances.DefinitionValue(instance, name) is { } value)
        {
            return value;
        }

        BlockSyntax block = instance.Module.Definitions[name].Block;
        diagnostics.Add(
            ValueDiagnostics.DefinitionWithoutValue(place, written, block.Kind, instance.Module.Place(block.HeadSpan))
        );
        return new ErrorValue(place);
    }
}
