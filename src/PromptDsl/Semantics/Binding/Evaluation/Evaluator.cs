using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>Turns values of the tree into values of a type.</summary>
internal sealed class Evaluator
{
    private static readonly FieldType Anything = new([
        ValueForm.Text,
        ValueForm.Number,
        ValueForm.Percent,
        ValueForm.Ratio,
        ValueForm.Size,
        ValueForm.Color,
        ValueForm.Boolean,
        ValueForm.Image,
        ValueForm.List,
    ]);

    private readonly DiagnosticBag _diagnostics;
    private readonly NameLookup _names;
    private readonly TextEvaluator _texts;
    private readonly ValueConverter _converter;
    private readonly ValueRelocator _relocator;

    public Evaluator(DiagnosticBag diagnostics, Instances instances, ExpansionBudget budget)
    {
        _diagnostics = diagnostics;
        _names = new NameLookup(diagnostics, instances);
        _texts = new TextEvaluator(diagnostics, _names, budget);
        _converter = new ValueConverter(diagnostics);
        _relocator = new ValueRelocator(diagnostics, budget);
    }

    /// <summary>A value of any form; names of things and words are not among them.</summary>
    public BoundValue Evaluate(ValueSyntax syntax, Scope scope) => Evaluate(syntax, scope, Anything, "the value");

    /// <summary>A value of a type.</summary>
    /// <param name="what">What takes the value, for messages: <c>`aspect`</c>.</param>
    public BoundValue Evaluate(ValueSyntax syntax, Scope scope, FieldType type, string what)
    {
        SourceSpan place = scope.Module.Place(syntax);
        switch (syntax)
        {
            case StringSyntax text:
                var written = new TextValue(EvaluateText(text, scope));
                return _converter.Convert(written, type, what, isLiteral: !text.HasSlots);
            case UnquotedTextSyntax unquoted when type.Accepts(ValueForm.Text):
                return new TextValue(AuthoredText.From(unquoted.Text, place));
            case LiteralSyntax { IsMalformed: false } literal:
                return _converter.Convert(Literals.Parse(literal.Text, place) ?? new ErrorValue(place), type, what);
            case ListSyntax list:
                return EvaluateList(list, scope, type, what);
            case PathSyntax path:
                return EvaluatePath(path, scope, type, what);
            default:
                // Half-written values; that has been reported.
                return new ErrorValue(place);
        }
    }

    /// <summary>The text of a string with its slots filled.</summary>
    public AuthoredText EvaluateText(StringSyntax text, Scope scope) => _texts.Evaluate(text, scope);

    private BoundValue EvaluateList(ListSyntax list, Scope scope, FieldType type, string what)
    {
        SourceSpan place = scope.Module.Place(list);
        if (!type.Accepts(ValueForm.List))
        {
            return _converter.Convert(new ListValue([], place), type, what);
        }

        FieldType itemType = type.Item ?? Anything;
        var items = ImmutableArray.CreateBuilder<BoundValue>(list.Items.Length);
        foreach (ValueSyntax item in list.Items)
        {
            BoundValue value = Evaluate(item, scope, itemType, $"an item of {what}");
            if (value is not ErrorValue)
            {
                items.Add(value);
            }
        }

        return new ListValue(items.ToImmutable(), place);
    }

    private BoundValue EvaluatePath(PathSyntax path, Scope scope, FieldType type, string what)
    {
        SourceSpan place = scope.Module.Place(path);
        if (path.Word is { } word)
        {
            if (ValueConverter.ReadWord(word, type, place) is { } known)
            {
                return known;
            }

            if (word is "true" or "false")
            {
                return _converter.Convert(new BooleanValue(word == "true", place), type, what);
            }

            if (type.Accepts(ValueForm.Name))
            {
                return EvaluateName(word, scope, place, type);
            }
        }

        if (_names.Find(path.Parts, scope, place, inSlot: false) is { } value)
        {
            return _converter.Convert(_relocator.Relocate(value, place), type, what);
        }

        if (type.Accepts(ValueForm.Word))
        {
            _diagnostics.Add(ValueDiagnostics.UnknownWord(place, what, path.Text, type));
        }
        else
        {
            string? suggestion = Suggestion.For(path.Parts[0], NameLookup.NamesIn(scope));
            string? wanted = type.Accepts(ValueForm.Text) ? null : Forms.Describe(type);
            _diagnostics.Add(ValueDiagnostics.UnknownName(place, path.Text, suggestion, inString: false, wanted));
        }

        return new ErrorValue(place);
    }

    /// <summary>
    /// A name of a thing is looked up when all things are known; a variable of the same name may stand in,
    /// unless it holds a word that the field takes.
    /// </summary>
    private BoundValue EvaluateName(string word, Scope scope, SourceSpan place, FieldType type)
    {
        BoundValue? variable = _names.FindVariable(word, scope);
        return variable is TextValue text && ValueConverter.ReadWord(text.Text.Plain, type, place) is { } held
            ? held
            : new NameValue(word, place)
            {
                Alternative = variable is null ? null : _relocator.Relocate(variable, place),
            };
    }
}
