using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Modules;

/// <summary>Reads a file and the files that it uses, each once.</summary>
internal sealed class ModuleLoader(ISourceResolver resolver, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Module?> _modules = new(StringComparer.Ordinal);
    private readonly List<string> _loading = [];

    public Module Load(SyntaxTree tree)
    {
        var module = new Module(tree);
        _modules[module.Path] = module;
        _loading.Add(module.Path);
        module.Declare(diagnostics);
        foreach (UseSyntax use in tree.Root.Statements.OfType<UseSyntax>())
        {
            AddImport(module, use);
        }

        _loading.RemoveAt(_loading.Count - 1);
        return module;
    }

    private void AddImport(Module module, UseSyntax use)
    {
        if (use.Path is not StringSyntax pathSyntax)
        {
            return;
        }

        string written = pathSyntax.LiteralText;
        SourceSpan place = module.Place(pathSyntax);
        string alias = use.Alias ?? LogicalPath.NameOf(written);
        Module? imported = pathSyntax.HasSlots
            ? Refuse(ValueDiagnostics.MalformedPath(place, place.Text))
            : Import(module, written, place);
        if (!Identifiers.IsIdentifier(alias))
        {
            if (imported is not null)
            {
                diagnostics.Add(ImportDiagnostics.NeedsAlias(place, alias, written));
            }

            return;
        }

        alias = Identifiers.Normalize(alias);
        SourceSpan namePlace = use.AliasToken is { } token ? module.Place(token) : place;
        if (module.TryDeclare(alias, namePlace, diagnostics))
        {
            module.Imports.Add(alias, new Import(alias, namePlace, imported));
        }
    }

    private Module? Import(Module from, string written, SourceSpan place)
    {
        switch (LogicalPath.Combine(from.Path, written, out string path))
        {
            case LogicalPath.Outcome.Malformed:
                return Refuse(ValueDiagnostics.MalformedPath(place, written));
            case LogicalPath.Outcome.OutsideRoot:
                return Refuse(ValueDiagnostics.PathOutsideRoot(place, written));
        }

        int open = _loading.IndexOf(path);
        if (open >= 0)
        {
            return Refuse(ImportDiagnostics.Cycle(place, _loading.Skip(open).Append(path)));
        }

        if (_modules.TryGetValue(path, out Module? known))
        {
            return known;
        }

        if (_modules.Count > Limits.Imports)
        {
            return Refuse(ImportDiagnostics.TooMany(place));
        }

        SourceResolution resolution = resolver.Resolve(path);
        if (resolution.Status != SourceResolutionStatus.Found)
        {
            _modules.Add(path, null);
            return Refuse(
                resolution.Status switch
                {
                    SourceResolutionStatus.NotFound => ImportDiagnostics.NotFound(place, written),
                    SourceResolutionStatus.OutsideRoot => ImportDiagnostics.OutsideRoot(place, written),
                    _ => ImportDiagnostics.Unreadable(place, written, resolution.Reason ?? "unknown reason"),
                }
            );
        }

        var tree = SyntaxTree.Parse(resolution.Source!);
        diagnostics.AddRange(tree.Diagnostics);
        return Load(tree);
    }

    private Module? Refuse(Diagnostic diagnostic)
    {
        diagnostics.Add(diagnostic);
        return null;
    }
}
