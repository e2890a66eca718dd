using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Binding.Parameters;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>The files of one build with their parameters, and the values of parameters and definitions.</summary>
internal sealed class Instances
{
    private readonly Dictionary<string, ModuleInstance> _defaults = new(StringComparer.Ordinal);
    private readonly List<ParameterDeclaration> _unbound = [];
    private readonly DefinitionValues _definitions;
    private readonly ParameterDeclarer _declarer;
    private readonly ParameterChecker _checker;
    private readonly OutsideValueReader _outside;

    public Instances(DiagnosticBag diagnostics, PictureNames pictures, ExpansionBudget budget)
    {
        Budget = budget;
        Pictures = pictures;
        Dependencies = new DependencyChain(diagnostics);
        Evaluator = new Evaluator(diagnostics, this, budget);
        _definitions = new DefinitionValues(Dependencies, Evaluator);
        _declarer = new ParameterDeclarer(diagnostics, Evaluator);
        _checker = new ParameterChecker(diagnostics);
        _outside = new OutsideValueReader(diagnostics);
    }

    public Evaluator Evaluator { get; }

    /// <summary>What filling slots and copying values may still produce; shared by all builds.</summary>
    public ExpansionBudget Budget { get; }

    /// <summary>What is being worked out.</summary>
    public DependencyChain Dependencies { get; }

    /// <summary>Names of references and stages, which a slot may hold.</summary>
    public PictureNames Pictures { get; }

    /// <summary>Parameters that have neither a default nor a value.</summary>
    public IReadOnlyList<ParameterDeclaration> Unbound => _unbound;

    /// <summary>The values of parameters in the combination of what varies that is being built.</summary>
    public IReadOnlyDictionary<(string Path, string Name), BoundValue> Varied { get; init; } =
        new Dictionary<(string, string), BoundValue>();

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
        if (!Dependencies.TryEnter(new Dependency(instance, name, IsBody: false, place)))
        {
            return new ErrorValue(place);
        }

        BoundValue value = ValueOf(instance, param, place);
        Dependencies.Leave();
        instance.Parameters[name] = value;
        return value;
    }

    /// <summary>A value from outside, read and checked by the declared type.</summary>
    public BoundValue Read(ModuleInstance instance, ParameterBinding binding)
    {
        ParameterDeclaration declaration = Declare(instance, binding.Name);
        return _checker.Check(declaration, _outside.Read(declaration, binding), binding.Origin);
    }

    /// <summary>The values that a parameter can have when it is not said which: of a choice or a flag.</summary>
    public IReadOnlyList<BoundValue>? AllValues(ModuleInstance instance, string name) =>
        Declare(instance, name).AllValues;

    /// <summary>The value of a definition that has one, or null.</summary>
    public BoundValue? DefinitionValue(ModuleInstance instance, string name) => _definitions.Find(instance, name);

    private BoundValue ValueOf(ModuleInstance instance, ParamSyntax param, SourceSpan place)
    {
        ParameterDeclaration declaration = Declare(instance, param.Name);
        if (instance.Given.TryGetValue(param.Name, out BoundValue? given))
        {
            return _checker.Check(declaration, given);
        }

        if (param.Default is not null)
        {
            return _checker.Check(declaration, Evaluator.Evaluate(param.Default, new Scope(instance, null)));
        }

        // A declaration that lacks its type is half written; that has been reported.
        if (!param.Type.NameToken.IsMissing)
        {
            _unbound.Add(declaration);
        }

        return new ErrorValue(place);
    }

    private ParameterDeclaration Declare(ModuleInstance instance, string name) =>
        _declarer.Declare(instance.Module.Parameters[name], new Scope(instance, null));
}
