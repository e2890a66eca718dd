using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>Tells what was probably meant by a key or a block that does not belong where it stands.</summary>
internal sealed class MisplacedStatements(DiagnosticBag diagnostics)
{
    public void ReportUnknownKey(PropertySyntax property, Scope scope, BlockNode node, SourceSpan keyPlace)
    {
        string key = property.Key;
        KindSchema container = node.Schema;
        if (container.Children.Contains(key))
        {
            KindSchema kind = LanguageSchema.FindKind(key)!;
            bool takesValue = TakesAlone(kind, property.Value);
            diagnostics.Add(PlacementDiagnostics.BlockAsProperty(keyPlace, kind, property.Colon.Span, takesValue));
            return;
        }

        KindSchema? owner = OwnerOfKey(key, container);
        if (owner is not null)
        {
            string written = scope.Module.Source.ToString(property.Value.Span);
            string example = written.Length is 0 or > 40 || written.Contains('\n') ? "…" : written;
            diagnostics.Add(PlacementDiagnostics.MisplacedKey(keyPlace, key, container, owner, example));
            return;
        }

        diagnostics.Add(PlacementDiagnostics.UnknownKey(keyPlace, key, container));
    }

    /// <summary>Whether a block can be written with this one value after its kind.</summary>
    private static bool TakesAlone(KindSchema kind, ValueSyntax value) =>
        value switch
        {
            PathSyntax path => path.Word is not null
                && kind.NameRule != OperandRule.None
                && kind.ValueRule != OperandRule.Required,
            StringSyntax => kind.NameRule != OperandRule.Required
                && kind.ValueRule != OperandRule.None
                && kind.ValueType.Accepts(ValueForm.Text),
            _ => false,
        };

    /// <summary>The block in which a key stands, one that may stand here first, the top of the file next.</summary>
    private static KindSchema? OwnerOfKey(string key, KindSchema container)
    {
        KindSchema? owner =
            container
                .Children.Select(LanguageSchema.FindKind)
                .FirstOrDefault(k => k?.FindKey(key) is not null && !LanguageSchema.IsDomain(k.Name))
            ?? LanguageSchema.Kinds.FirstOrDefault(k => k.FindKey(key) is not null && !LanguageSchema.IsDomain(k.Name));

        // A word that other languages have says more than the domain that happens to have such a key.
        return owner is null && ForeignWords.HelpFor(key) is null
            ? LanguageSchema.Kinds.FirstOrDefault(k => k.FindKey(key) is not null)
            : owner;
    }

    public void ReportUnknownKind(BlockSyntax block, Scope scope, BlockNode node, SourceSpan kindPlace)
    {
        KindSchema container = node.Schema;
        if (block.Operands is [UnquotedTextSyntax] && LanguageSchema.FindKind(block.Kind) is null)
        {
            // Prose, and its first word is no kind; that has been reported.
            return;
        }

        if (container.FindKey(block.Kind) is { } key)
        {
            bool hasValue = block.Operands.Length == 1 && block.Body is null;
            diagnostics.Add(
                PlacementDiagnostics.PropertyAsBlock(kindPlace, key, new TextSpan(block.KindToken.End, 0), hasValue)
            );
            return;
        }

        if (LanguageSchema.FindKind(block.Kind) is { } kind && kind.Name != "file")
        {
            string[] owners =
            [
                .. LanguageSchema
                    .Kinds.Where(k => k.Children.Contains(kind.Name))
                    .OrderByDescending(k => container.Children.Contains(k.Name) && k.Name != "stage")
                    .ThenBy(k => k.Name == "stage")
                    .Select(k => k.Name),
            ];
            diagnostics.Add(PlacementDiagnostics.MisplacedKind(kindPlace, kind, container, owners));
            return;
        }

        // A word alone on the line of a list: `keep: a, b` inside a body.
        if (OwnerOfKey(block.Kind, container) is { } owner && !block.Operands.IsEmpty)
        {
            string written = scope.Module.Source.ToString(block.Operands[0].Span);
            diagnostics.Add(
                PlacementDiagnostics.MisplacedKey(
                    kindPlace,
                    block.Kind,
                    container,
                    owner,
                    written.Length > 40 ? "…" : written
                )
            );
            return;
        }

        diagnostics.Add(PlacementDiagnostics.UnknownKind(kindPlace, block.Kind, container));
    }
}
