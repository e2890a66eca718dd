using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

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
    private readonly PicturePathReader _pictures;

    public Evaluator(DiagnosticBag diagnostics, Instances instances, ExpansionBudget budget)
    {
        _diagnostics = diagnostics;
        _names = new NameLookup(diagnostics, instances);
        _texts = new TextEvaluator(diagnostics, _names, budget);
        _converter = new ValueConverter(diagnostics);
        _relocator = new ValueRelocator(diagnostics, budget);
        _pictures = new PicturePathReader(diagnostics);
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
                return EvaluateString(text, scope, type, what);
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

    private BoundValue EvaluateString(StringSyntax syntax, Scope scope, FieldType type, string what)
    {
        AuthoredText text = EvaluateText(syntax, scope);
        if (type.Accepts(ValueForm.Text))
        {
            return new TextValue(text);
        }

        string plain = text.Plain;
        if (type.Accepts(ValueForm.Image))
        {
            return _pictures.Read(plain, text.Place);
        }

        if (type.Accepts(ValueForm.Word) && type.Words.Contains(plain))
        {
            // With a slot the quotation marks are needed.
            if (!syntax.HasSlots)
            {
                _diagnostics.Add(ValueDiagnostics.QuotedWord(text.Place, what, plain));
            }

            return new WordValue(plain, text.Place);
        }

        if (type.Accepts(ValueForm.Name))
        {
            string name = Identifiers.ToIdentifier(plain);
            if (Identifiers.IsIdentifier(name))
            {
                return new NameValue(name, text.Place);
            }
        }

        return _converter.Convert(new TextValue(text), type, what);
    }

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
            if (type.Accepts(ValueForm.Word) && type.Words.Contains(word))
            {
                return new WordValue(word, place);
            }

            if (word is "true" or "false")
            {
                return _converter.Convert(new BooleanValue(word == "true", place), type, what);
            }

            // A name of a thing is looked up when all things are known; a variable of the same name may stand in.
            if (type.Accepts(ValueForm.Name))
            {
                BoundValue? variable = _names.FindVariable(word, scope);
                return new NameValue(word, place)
                {
                    Alternative = variable is null ? null : _relocator.Relocate(variable, place),
                };
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
            _diagnostics.Add(ValueDiagnostics.UnknownName(place, path.Text, suggestion, inString: false));
        }

        return new ErrorValue(place);
    }
}
