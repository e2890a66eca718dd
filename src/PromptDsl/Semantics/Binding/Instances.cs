using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>The files of a compilation with their parameters, and the values of parameters and definitions.</summary>
internal sealed class Instances
{
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, ModuleInstance> _defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<(ModuleInstance, string), BoundValue?> _definitionValues = [];
    private readonly List<(ModuleInstance Instance, string Name)> _definitionsInProgress = [];
    private readonly HashSet<string> _pictureNames = new(StringComparer.Ordinal);
    private readonly List<string> _pictureNamePrefixes = [];
    private readonly List<ParameterDeclaration> _unbound = [];
    private readonly ParameterChecker _checker;

    public Instances(DiagnosticBag diagnostics, Module root)
    {
        _diagnostics = diagnostics;
        Evaluator = new Evaluator(diagnostics, this);
        _checker = new ParameterChecker(diagnostics, Evaluator);
        CollectPictureNames(root, []);
    }

    public Evaluator Evaluator { get; }

    /// <summary>What filling slots and copying values may still produce; shared by all combinations.</summary>
    public ExpansionBudget Budget { get; init; } = new();

    /// <summary>Names of references and stages, which a slot may hold.</summary>
    public IEnumerable<string> PictureNames => _pictureNames;

    /// <summary>Parameters that have neither a default nor a value.</summary>
    public IReadOnlyList<ParameterDeclaration> Unbound => _unbound;

    /// <summary>The combination of what varies that is being built.</summary>
    public IReadOnlyDictionary<(string Path, string Name), BoundValue> Varied { get; set; } =
        new Dictionary<(string, string), BoundValue>();

    public bool MayBePicture(string name) =>
        _pictureNames.Contains(name) || _pictureNamePrefixes.Exists(p => name.StartsWith(p, StringComparison.Ordinal));

    /// <summary>The file with the defaults of its parameters.</summary>
    public ModuleInstance Default(Module module)
    {
        if (!_defaults.TryGetValue(module.Path, out ModuleInstance? instance))
        {
            instance = Create(module);
            _defaults.Add(module.Path, instance);
        }

        return instance;
    }

    /// <summary>The file with values of its own; what varies is already given.</summary>
    public ModuleInstance Create(Module module)
    {
        var instance = new ModuleInstance(module);
        foreach (string name in module.Parameters.Keys)
        {
            if (Varied.TryGetValue((module.Path, name), out BoundValue? value))
            {
                instance.Given[name] = value;
            }
        }

        return instance;
    }

    /// <summary>The value of a parameter: given from outside, or its default.</summary>
    public BoundValue Parameter(ModuleInstance instance, string name)
    {
        if (instance.Parameters.TryGetValue(name, out BoundValue? known))
        {
            return known;
        }

        ParamSyntax param = instance.Module.Parameters[name];
        SourceSpan place = instance.Module.Place(param.NameToken);
        int open = instance.InProgress.IndexOf(name);
        if (open >= 0)
        {
            _diagnostics.Add(ParameterDiagnostics.Cycle(place, instance.InProgress.Skip(open).Append(name)));
            return new ErrorValue(place);
        }

        if (instance.InProgress.Count >= Limits.ChainLength)
        {
            _diagnostics.Add(ExpansionDiagnostics.ChainTooLong(place, "parameters"));
            return new ErrorValue(place);
        }

        instance.InProgress.Add(name);
        BoundValue value = ValueOf(instance, param, place);
        instance.InProgress.RemoveAt(instance.InProgress.Count - 1);
        instance.Parameters[name] = value;
        return value;
    }

    private BoundValue ValueOf(ModuleInstance instance, ParamSyntax param, SourceSpan place)
    {
        var scope = new Scope(instance, null);
        var declaration = _checker.Declare(param, scope);
        if (instance.Given.TryGetValue(param.Name, out BoundValue? given))
        {
            return _checker.Check(declaration, given, origin: "");
        }

        if (param.Default is not null)
        {
            return _checker.Check(declaration, Evaluator.Evaluate(param.Default, scope), origin: "");
        }

        // A declaration that lacks its type is half written; that has been reported.
        if (!param.Type.NameToken.IsMissing)
        {
            _unbound.Add(declaration);
        }

        return new ErrorValue(place);
    }

    /// <summary>A value from outside, read by the declared type.</summary>
    public BoundValue Read(ModuleInstance instance, string name, ParameterBinding binding)
    {
        ParameterDeclaration declaration = _checker.Declare(
            instance.Module.Parameters[name],
            new Scope(instance, null)
        );
        return _checker.Read(declaration, binding);
    }

    /// <summary>The values that a parameter can have when it is not said which: of a choice or a flag.</summary>
    public IReadOnlyList<BoundValue>? AllValues(ModuleInstance instance, string name) =>
        _checker.Declare(instance.Module.Parameters[name], new Scope(instance, null)).AllValues;

    /// <summary>The value of a definition that has one, or null.</summary>
    public BoundValue? DefinitionValue(ModuleInstance instance, string name)
    {
        if (_definitionValues.TryGetValue((instance, name), out BoundValue? known))
        {
            return known;
        }

        DefineSyntax define = instance.Module.Definitions[name];
        if (define.Block.Operands.Length < 2)
        {
            // A type without its value has been reported where it is declared.
            return LanguageSchema.FindKind(define.Block.Kind) is null
                ? new ErrorValue(instance.Module.Place(define.Block.HeadSpan))
                : null;
        }

        SourceSpan place = instance.Module.Place(define.Block.Operands[1]);
        int open = _definitionsInProgress.IndexOf((instance, name));
        if (open >= 0)
        {
            IEnumerable<string> chain = _definitionsInProgress.Skip(open).Select(d => d.Name).Append(name);
            _diagnostics.Add(ExpansionDiagnostics.IncludeCycle(place, chain));
            return new ErrorValue(place);
        }

        if (_definitionsInProgress.Count >= Limits.ChainLength)
        {
            _diagnostics.Add(ExpansionDiagnostics.ChainTooLong(place, "definitions"));
            return new ErrorValue(place);
        }

        _definitionsInProgress.Add((instance, name));
        BoundValue value = Evaluator.Evaluate(
            define.Block.Operands[1],
            new Scope(instance, null),
            DefinitionType(define.Block.Kind),
            $"`{define.Block.Kind}`"
        );
        _definitionsInProgress.RemoveAt(_definitionsInProgress.Count - 1);
        _definitionValues[(instance, name)] = value;
        return value;
    }

    private static FieldType DefinitionType(string kind) =>
        kind switch
        {
            "color" => FieldType.Color,
            "number" => new FieldType([ValueForm.Number]),
            "percent" => FieldType.Percent,
            "ratio" => FieldType.Ratio,
            "size" => FieldType.Size,
            "boolean" => FieldType.Boolean,
            "image" => FieldType.Image,
            "list" or "choice" => new FieldType([ValueForm.List]),
            _ => LanguageSchema.FindKind(kind)?.ValueType ?? FieldType.Text,
        };

    private void CollectPictureNames(Module module, HashSet<string> seen)
    {
        if (!seen.Add(module.Path))
        {
            return;
        }

        CollectPictureNames(module.Tree.Root.Statements);
        foreach (Import import in module.Imports.Values)
        {
            if (import.Module is not null)
            {
                CollectPictureNames(import.Module, seen);
            }
        }
    }

    private void CollectPictureNames(IEnumerable<StatementSyntax> statements)
    {
        foreach (StatementSyntax statement in statements)
        {
            if (statement is ForSyntax loop)
            {
                CollectPictureNames(loop.Body.Statements);
            }
            else if (statement is BlockSyntax { Kind: "stage" or "reference" } block)
            {
                if (block.Operands is [PathSyntax { Word: { } name }, ..])
                {
                    _pictureNames.Add(name);
                }
                else if (block.Operands is [StringSyntax { HasSlots: true } text, ..])
                {
                    _pictureNamePrefixes.Add(text.Parts[0].IsSlot ? "" : text.Parts[0].Text);
                }

                CollectPictureNames(block.Body?.Statements ?? []);
            }
        }
    }
}
