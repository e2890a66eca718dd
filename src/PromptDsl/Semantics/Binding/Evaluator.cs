using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>Turns values of the tree into values of a type: looks names up, fills slots, checks forms.</summary>
internal sealed class Evaluator(DiagnosticBag diagnostics, Instances instances)
{
    private static readonly FieldType Anything = CreateAnything();

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
            case UnquotedTextSyntax unquoted:
                return type.Accepts(ValueForm.Text)
                    ? new TextValue(new AuthoredText([new TextRun(unquoted.Text, place)], place))
                    : new ErrorValue(place);
            case LiteralSyntax literal:
                return literal.IsMalformed
                    ? new ErrorValue(place)
                    : Convert(Literals.Parse(literal.Text, place) ?? new ErrorValue(place), type, what);
            case ListSyntax list:
                return EvaluateList(list, scope, type, what);
            case PathSyntax path:
                return EvaluatePath(path, scope, type, what);
            default:
                return new ErrorValue(place);
        }
    }

    /// <summary>The text of a string with its slots filled.</summary>
    public AuthoredText EvaluateText(StringSyntax text, Scope scope)
    {
        SourceSpan place = scope.Module.Place(text);
        var runs = ImmutableArray.CreateBuilder<TextRun>(text.Parts.Length);
        long length = 0;
        foreach (StringPart part in text.Parts)
        {
            if (!part.IsSlot)
            {
                runs.Add(new TextRun(part.Text, scope.Module.Place(part.Span)));
                length += part.Text.Length;
                continue;
            }

            foreach (TextRun run in FillSlot(part, scope))
            {
                runs.Add(run);
                length += run.Text.Length;
            }
        }

        // Texts without slots count as well: a loop may repeat a long one.
        return IsWithinBudget(length, place)
            ? new AuthoredText(runs.ToImmutable(), place)
            : new AuthoredText([], place);
    }

    /// <summary>Whether what is put in fits; the first time that it does not is reported.</summary>
    private bool IsWithinBudget(long length, SourceSpan place)
    {
        if (instances.Budget.TryTake(length))
        {
            return true;
        }

        diagnostics.Add(ValueDiagnostics.TooMuchText(place));
        return false;
    }

    // ---- strings

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
            return ToImage(plain, text.Place);
        }

        if (type.Accepts(ValueForm.Word) && type.Words.Contains(plain))
        {
            if (!syntax.HasSlots)
            {
                diagnostics.Add(ValueDiagnostics.QuotedWord(text.Place, what, plain));
            }

            return new WordValue(plain, text.Place);
        }

        if (type.Accepts(ValueForm.Name) && Identifiers.IsIdentifier(Identifiers.ToIdentifier(plain)))
        {
            return new NameValue(Identifiers.ToIdentifier(plain), text.Place);
        }

        return Convert(new TextValue(text), type, what);
    }

    private ImmutableArray<TextRun> FillSlot(StringPart slot, Scope scope)
    {
        SourceSpan place = scope.Module.Place(slot.Span);
        BoundValue? value = Lookup(slot.Path, scope, place, inString: true, isSlot: true);
        switch (value)
        {
            case null:
                // Nothing else has the name: a reference or a stage, whose number is known when it is sent.
                return [new TextRun(slot.Text, place, slot.Path[0])];
            case ErrorValue:
                return [new TextRun($"${{{slot.Text}}}", place)];
            case ListValue:
                diagnostics.Add(ValueDiagnostics.ListInString(place, slot.Text));
                return [new TextRun($"${{{slot.Text}}}", place)];
            case ImageValue:
                diagnostics.Add(ValueDiagnostics.PictureInString(place, slot.Text));
                return [new TextRun($"${{{slot.Text}}}", place)];
            case TextValue text:
                return text.Text.Runs.All(r => r.Picture is null)
                    ? [new TextRun(text.Text.Plain, place)]
                    : [.. text.Text.Runs.Select(r => r with { Place = place })];
            default:
                return [new TextRun(value.Written, place)];
        }
    }

    // ---- lists

    private BoundValue EvaluateList(ListSyntax list, Scope scope, FieldType type, string what)
    {
        SourceSpan place = scope.Module.Place(list);
        if (!type.Accepts(ValueForm.List))
        {
            return Convert(new ListValue([], place), type, what);
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

    // ---- names

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
                return Convert(new BooleanValue(word == "true", place), type, what);
            }

            if (type.Accepts(ValueForm.Name))
            {
                BoundValue? alternative = scope.Loop?.Find(word) ?? ParameterOrNull(word, scope);
                return new NameValue(word, place)
                {
                    Alternative = alternative is null ? null : Relocate(alternative, place),
                };
            }
        }

        BoundValue? value = Lookup(path.Parts, scope, place, inString: false, isSlot: false);
        if (value is not null)
        {
            return Convert(Relocate(value, place), type, what);
        }

        if (type.Accepts(ValueForm.Word))
        {
            diagnostics.Add(ValueDiagnostics.UnknownWord(place, what, path.Text, type));
        }
        else
        {
            string? suggestion = Suggestion.For(path.Parts[0], KnownNames(scope));
            diagnostics.Add(ValueDiagnostics.UnknownName(place, path.Text, suggestion, inString: false));
        }

        return new ErrorValue(place);
    }

    private BoundValue? ParameterOrNull(string name, Scope scope) =>
        scope.Module.Parameters.ContainsKey(name) ? instances.Parameter(scope.Instance, name) : null;

    private static IEnumerable<string> KnownNames(Scope scope) => (scope.Loop?.Names ?? []).Concat(scope.Module.Names);

    /// <summary>
    /// What a path stands for: a loop variable, a parameter, a definition's value, in this order. Null
    /// when a single word is none of them; what is wrong otherwise is reported.
    /// </summary>
    private BoundValue? Lookup(ImmutableArray<string> path, Scope scope, SourceSpan place, bool inString, bool isSlot)
    {
        string first = path[0];
        if (path.Length > 2)
        {
            diagnostics.Add(ValueDiagnostics.ReachingThrough(place, string.Join('.', path), first, path[1]));
            return new ErrorValue(place);
        }

        if (path.Length == 2)
        {
            return LookupMember(first, path[1], scope, place, inString);
        }

        if (scope.Loop?.Find(first) is { } variable)
        {
            return variable;
        }

        if (ParameterOrNull(first, scope) is { } parameter)
        {
            return parameter;
        }

        if (scope.Module.Definitions.ContainsKey(first))
        {
            return DefinitionValue(first, first, scope.Instance, place);
        }

        if (scope.Module.Imports.ContainsKey(first))
        {
            diagnostics.Add(ValueDiagnostics.FileAsValue(place, first));
            return new ErrorValue(place);
        }

        if (isSlot && !instances.MayBePicture(first))
        {
            string? suggestion = Suggestion.For(first, KnownNames(scope).Concat(instances.PictureNames));
            diagnostics.Add(ValueDiagnostics.UnknownName(place, first, suggestion, inString: true));
            return new ErrorValue(place);
        }

        return null;
    }

    private BoundValue LookupMember(string alias, string name, Scope scope, SourceSpan place, bool inString)
    {
        if (!scope.Module.Imports.TryGetValue(alias, out Import? import))
        {
            string? suggestion = Suggestion.For(alias, scope.Module.Imports.Keys);
            diagnostics.Add(
                ValueDiagnostics.UnknownName(
                    place,
                    $"{alias}.{name}",
                    suggestion is null ? null : $"{suggestion}.{name}",
                    inString
                )
            );
            return new ErrorValue(place);
        }

        if (import.Module is null)
        {
            return new ErrorValue(place);
        }

        ModuleInstance instance = instances.Default(import.Module);
        if (import.Module.Definitions.ContainsKey(name))
        {
            return DefinitionValue(name, $"{alias}.{name}", instance, place);
        }

        if (import.Module.Parameters.ContainsKey(name))
        {
            return instances.Parameter(instance, name);
        }

        if (import.Module.Imports.ContainsKey(name))
        {
            diagnostics.Add(ValueDiagnostics.ReachingThrough(place, $"{alias}.{name}", alias, name));
            return new ErrorValue(place);
        }

        string? close = Suggestion.For(name, import.Module.Definitions.Keys.Concat(import.Module.Parameters.Keys));
        diagnostics.Add(ValueDiagnostics.UnknownMember(place, alias, name, close is null ? null : $"{alias}.{close}"));
        return new ErrorValue(place);
    }

    private BoundValue DefinitionValue(string name, string written, ModuleInstance instance, SourceSpan place)
    {
        DefineSyntax define = instance.Module.Definitions[name];
        BoundValue? value = instances.DefinitionValue(instance, name);
        if (value is not null)
        {
            return value;
        }

        diagnostics.Add(
            ValueDiagnostics.DefinitionWithoutValue(
                place,
                written,
                define.Block.Kind,
                instance.Module.Place(define.Block.HeadSpan)
            )
        );
        return new ErrorValue(place);
    }

    // ---- types

    /// <summary>The value as one that the type accepts, or an error that says what it takes.</summary>
    public BoundValue Convert(BoundValue value, FieldType type, string what)
    {
        switch (value)
        {
            case ErrorValue:
                return value;
            case ListValue list when type.Accepts(ValueForm.List):
                FieldType itemType = type.Item ?? Anything;
                return ReferenceEquals(itemType, Anything)
                    ? list
                    : list with
                    {
                        Items =
                        [
                            .. list
                                .Items.Select(i => Convert(i, itemType, $"an item of {what}"))
                                .Where(i => i is not ErrorValue),
                        ],
                    };
            case TextValue text when !type.Accepts(ValueForm.Text):
                return ConvertText(text, type, what);
            case ColorValue color when !type.Accepts(ValueForm.Color) && type.Accepts(ValueForm.Text):
                return new TextValue(new AuthoredText([new TextRun(color.Literal, color.Place)], color.Place));
            case NumberValue number when type.Accepts(ValueForm.Integer) && !type.Accepts(ValueForm.Number):
                if (number.Number != decimal.Truncate(number.Number))
                {
                    diagnostics.Add(ValueDiagnostics.NotWhole(value.Place, what, value.Written));
                    return new ErrorValue(value.Place);
                }

                return InRange(value, number.Number, type, what);
            case PercentValue percent when type.Accepts(ValueForm.Percent):
                return InRange(value, percent.Percent, type, what);
        }

        if (Literals.Fits(value, type))
        {
            return value;
        }

        diagnostics.Add(ValueDiagnostics.TypeMismatch(value.Place, what, type, value));
        return new ErrorValue(value.Place);
    }

    /// <summary>Text where no text is taken: from a parameter it may still be a word, a name or a path.</summary>
    private BoundValue ConvertText(TextValue text, FieldType type, string what)
    {
        string plain = text.Text.Plain;
        if (type.Accepts(ValueForm.Word) && type.Words.Contains(plain))
        {
            return new WordValue(plain, text.Place);
        }

        if (type.Accepts(ValueForm.Image))
        {
            return ToImage(plain, text.Place);
        }

        if (type.Accepts(ValueForm.Name) && Identifiers.IsIdentifier(plain))
        {
            return new NameValue(plain, text.Place);
        }

        if (type.Forms is [ValueForm.Word])
        {
            diagnostics.Add(ValueDiagnostics.UnknownWord(text.Place, what, plain, type));
        }
        else
        {
            diagnostics.Add(ValueDiagnostics.TypeMismatch(text.Place, what, type, text));
        }

        return new ErrorValue(text.Place);
    }

    private BoundValue InRange(BoundValue value, decimal number, FieldType type, string what)
    {
        if (number < type.Minimum || number > type.Maximum)
        {
            diagnostics.Add(ValueDiagnostics.OutOfRange(value.Place, what, value.Written, type));
            return new ErrorValue(value.Place);
        }

        return value;
    }

    /// <summary>A path as written in a file, made relative to the project root.</summary>
    public BoundValue ToImage(string written, SourceSpan place)
    {
        switch (LogicalPath.Combine(place.Source.Path, written, out string path))
        {
            case LogicalPath.Outcome.Ok:
                return new ImageValue(path, place);
            case LogicalPath.Outcome.OutsideRoot:
                diagnostics.Add(ValueDiagnostics.PathOutsideRoot(place, written));
                break;
            default:
                diagnostics.Add(ValueDiagnostics.MalformedPath(place, written));
                break;
        }

        return new ErrorValue(place);
    }

    /// <summary>The value as if it stood at another place: where it is used.</summary>
    private BoundValue Relocate(BoundValue value, SourceSpan place, int depth = 0)
    {
        if (depth == Limits.ChainLength)
        {
            diagnostics.Add(ExpansionDiagnostics.ChainTooLong(place, "lists"));
            return new ErrorValue(place);
        }

        switch (value)
        {
            case TextValue text:
                long length = text.Text.Runs.Sum(r => (long)r.Text.Length);
                return IsWithinBudget(length, place)
                    ? new TextValue(new AuthoredText([.. text.Text.Runs.Select(r => r with { Place = place })], place))
                    : new ErrorValue(place);
            case ListValue list:
                return IsWithinBudget((long)list.Items.Length * Limits.ItemLength, place)
                    ? new ListValue(
                        [.. list.Items.Select(i => Relocate(i, place, depth + 1)).TakeWhile(i => i is not ErrorValue)],
                        place
                    )
                    : new ErrorValue(place);
            default:
                return value with { Place = place };
        }
    }

    private static FieldType CreateAnything()
    {
        ImmutableArray<ValueForm> scalars =
        [
            ValueForm.Text,
            ValueForm.Number,
            ValueForm.Percent,
            ValueForm.Ratio,
            ValueForm.Size,
            ValueForm.Color,
            ValueForm.Boolean,
            ValueForm.Image,
        ];
        return new FieldType([.. scalars, ValueForm.List]);
    }
}
