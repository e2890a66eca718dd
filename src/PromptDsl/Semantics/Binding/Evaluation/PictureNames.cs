using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Syntax;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>
/// The names of references and stages in a file and those that it uses. A slot may hold one of them,
/// and is filled long before loops have made all of them; so what a name begins with must do.
/// </summary>
internal sealed class PictureNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _prefixes = [];

    public PictureNames(Module root)
    {
        CollectFrom(root, []);
    }

    /// <summary>The names without slots, for suggestions.</summary>
    public IEnumerable<string> Names => _names;

    public bool MayContain(string name) =>
        _names.Contains(name) || _prefixes.Exists(p => name.StartsWith(p, StringComparison.Ordinal));

    private void CollectFrom(Module module, HashSet<string> seen)
    {
        if (!seen.Add(module.Path))
        {
            return;
        }

        CollectFrom(module.Tree.Root.Statements);
        foreach (Module imported in module.Imports.Values.Select(i => i.Module).OfType<Module>())
        {
            CollectFrom(imported, seen);
        }
    }

    private void CollectFrom(IEnumerable<StatementSyntax> statements)
    {
        foreach (StatementSyntax statement in statements)
        {
            if (statement is ForSyntax loop)
            {
                CollectFrom(loop.Body.Statements);
            }
            else if (statement is BlockSyntax { Kind: "stage" or "reference" } block)
            {
                if (block.Operands is [PathSyntax { Word: { } name }, ..])
                {
                    _names.Add(name);
                }
                else if (block.Operands is [StringSyntax { HasSlots: true } text, ..])
                {
                    _prefixes.Add(text.Parts[0].IsSlot ? "" : text.Parts[0].Text);
                }

                CollectFrom(block.Body?.Statements ?? []);
            }
        }
    }
}
