using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Variation;

/// <summary>Reads which parameters and fields a <c>vary</c> names.</summary>
internal sealed class VaryTargetReader(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, SourceSpan> _known = new(StringComparer.Ordinal);

    /// <summary>The targets in order; null after a report when one of them cannot vary.</summary>
    public ImmutableArray<VariedTarget>? Read(ValueSyntax syntax, Module module)
    {
        ImmutableArray<VariedTarget?> read = syntax is ListSyntax list
            ? [.. list.Items.Select(i => ReadTarget(i, module))]
            : [ReadTarget(syntax, module)];
        if (read.IsEmpty)
        {
            diagnostics.Add(ExpansionDiagnostics.VaryTarget(module.Place(syntax), "[]", null));
            return null;
        }

        ImmutableArray<VariedTarget> targets = [.. read.OfType<VariedTarget>()];
        return targets.Length == read.Length && targets.All(IsNew) ? targets : null;
    }

    private bool IsNew(VariedTarget target)
    {
        if (_known.TryAdd(target.Identity, target.Place))
        {
            return true;
        }

        diagnostics.Add(ExpansionDiagnostics.VaryTwice(target.Place, _known[target.Identity], target.Written));
        return false;
    }

    private VariedTarget? ReadTarget(ValueSyntax syntax, Module module)
    {
        SourceSpan place = module.Place(syntax);
        switch (syntax)
        {
            case PathSyntax { Word: { } name } when module.Parameters.ContainsKey(name):
                return new VariedParameter(name, module.Path, place);
            case PathSyntax { Word: { } key } when LanguageSchema.File.FindKey(key) is { } schema:
                return new VariedField(key, "", schema, place);
            case PathSyntax { Parts: [var block, var key] } when FindField(block, key) is { } schema:
                return new VariedField($"{block}.{key}", block, schema, place);
            case PathSyntax path:
                string? suggestion = Suggestion.For(path.Text, module.Parameters.Keys.Concat(FieldPaths()));
                diagnostics.Add(ExpansionDiagnostics.VaryTarget(place, path.Text, suggestion));
                return null;
            default:
                string shown = place.Text.Length > 30 ? "…" : place.Text;
                diagnostics.Add(ExpansionDiagnostics.VaryTarget(place, shown, null));
                return null;
        }
    }

    /// <summary>A field of a block that stands at most once at the top of a file.</summary>
    private static KeySchema? FindField(string block, string key) =>
        LanguageSchema.File.Children.Contains(block) && LanguageSchema.FindKind(block) is { IsRepeatable: false } kind
            ? kind.FindKey(key)
            : null;

    private static IEnumerable<string> FieldPaths() =>
        LanguageSchema
            .File.Children.Select(LanguageSchema.FindKind)
            .Where(k => k is { IsRepeatable: false })
            .SelectMany(k => k!.Keys.Select(key => $"{k.Name}.{key.Name}"));
}
