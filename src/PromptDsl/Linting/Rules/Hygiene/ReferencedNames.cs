using PromptDsl.Syntax;

namespace PromptDsl.Linting.Rules.Hygiene;

/// <summary>The words that a file says where a name could stand, declarations left out.</summary>
internal static class ReferencedNames
{
    public static HashSet<string> In(SyntaxTree tree)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var declared = tree
            .Root.Statements.OfType<DefineSyntax>()
            .Select(d => d.Block.Operands.FirstOrDefault())
            .ToHashSet<SyntaxNode?>(ReferenceEqualityComparer.Instance);
        foreach (SyntaxNode node in tree.Root.DescendantsAndSelf())
        {
            switch (node)
            {
                case PathSyntax path when !declared.Contains(path):
                    names.Add(path.Parts[0]);
                    break;
                case StringSyntax text:
                    names.UnionWith(text.Parts.Where(p => p.IsSlot).Select(p => p.Path[0]));
                    break;
            }
        }

        return names;
    }
}
