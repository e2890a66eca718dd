using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Modules;

/// <summary>A file with the names that it declares.</summary>
internal sealed class Module
{
    private readonly Dictionary<string, SourceSpan> _declared = new(StringComparer.Ordinal);

    public Module(SyntaxTree tree)
    {
        Tree = tree;
    }

    public SyntaxTree Tree { get; }

    public SourceText Source => Tree.Source;

    public string Path => Tree.Source.Path;

    public Dictionary<string, Import> Imports { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ParamSyntax> Parameters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DefineSyntax> Definitions { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that a bare word can mean at the top of the file.</summary>
    public IEnumerable<string> Names => Parameters.Keys.Concat(Definitions.Keys).Concat(Imports.Keys);

    public SourceSpan Place(TextSpan span) => new(Source, span);

    public SourceSpan Place(SyntaxNode node) => new(Source, node.Span);

    public SourceSpan Place(SyntaxToken token) => new(Source, token.Span);

    /// <summary>Takes down the parameters and definitions; imports come from the loader.</summary>
    public void Declare(DiagnosticBag diagnostics)
    {
        foreach (StatementSyntax statement in Tree.Root.Statements)
        {
            switch (statement)
            {
                case ParamSyntax param when TryDeclare(param.Name, Place(param.NameToken), diagnostics):
                    Parameters.Add(param.Name, param);
                    if (Schema.LanguageSchema.ClosedWords.Contains(param.Name))
                    {
                        diagnostics.Add(ParameterDiagnostics.Hidden(Place(param.NameToken), param.Name));
                    }

                    break;
                case DefineSyntax { Name: { } name } define
                    when TryDeclare(name, Place(define.Block.Operands[0]), diagnostics):
                    Definitions.Add(name, define);
                    break;
            }
        }
    }

    /// <summary>Whether a word is a value everywhere and so cannot be a name.</summary>
    public static bool IsReserved(string word) => word is "true" or "false" or "none";

    /// <summary>Whether a name is free; if not, both places are shown.</summary>
    public bool TryDeclare(string name, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (IsReserved(name))
        {
            diagnostics.Add(PlacementDiagnostics.ReservedName(place, name));
            return false;
        }

        if (_declared.TryAdd(name, place))
        {
            return true;
        }

        diagnostics.Add(PlacementDiagnostics.DuplicateName(place, _declared[name], name, inLoop: false));
        return false;
    }

    /// <summary>The files that a file extends, as written.</summary>
    public IEnumerable<BlockSyntax> Extends =>
        Tree.Root.Statements.OfType<BlockSyntax>().Where(b => b.Kind == "extends");

    public ImmutableArray<BlockSyntax> Variations =>
        [.. Tree.Root.Statements.OfType<BlockSyntax>().Where(b => b.Kind == "vary")];
}
