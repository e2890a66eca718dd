using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Modules;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>Works out the values of definitions, each once.</summary>
internal sealed class DefinitionValues(DependencyChain dependencies, Evaluator evaluator)
{
    private readonly Dictionary<(ModuleInstance, string), BoundValue> _known = [];

    /// <summary>The value of a definition, or null when it is a block without one.</summary>
    public BoundValue? Find(ModuleInstance instance, string name)
    {
        if (_known.TryGetValue((instance, name), out BoundValue? known))
        {
            return known;
        }

        BlockSyntax block = instance.Module.Definitions[name].Block;
        if (block.Operands.Length < 2)
        {
            // A type without its value has been reported where it is declared.
            return LanguageSchema.FindKind(block.Kind) is null
                ? new ErrorValue(instance.Module.Place(block.HeadSpan))
                : null;
        }

        SourceSpan place = instance.Module.Place(block.Operands[0]);
        if (!dependencies.TryEnter(new Dependency(instance, name, IsBody: false, place)))
        {
            return new ErrorValue(place);
        }

        BoundValue value = evaluator.Evaluate(
            block.Operands[1],
            new Scope(instance, null),
            TypeOf(block.Kind),
            $"`{block.Kind}`"
        );
        dependencies.Leave();
        _known[(instance, name)] = value;
        return value;
    }

    private static FieldType TypeOf(string kind) =>
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
}
