using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Wording;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>What the parts of lowering share: the stage, its words, and how values become phrases.</summary>
internal sealed class LoweringContext
{
    private readonly List<MissingPicture> _missingPictures = [];

    public LoweringContext(Stage stage, string locale)
    {
        Stage = stage;
        Book = Phrasebook.For(locale);
        Calls = new ThingCalls(this);
    }

    public Stage Stage { get; }

    public Phrasebook Book { get; }

    public ThingCalls Calls { get; }

    public LoweringNotes Notes =>
        Calls.AddedNames.Count == 0 && _missingPictures.Count == 0
            ? LoweringNotes.None
            : new LoweringNotes([.. Calls.AddedNames], [.. _missingPictures]);

    /// <summary>A text of the author, without white space around it.</summary>
    public PromptPhrase Say(AuthoredText text) => ToPhrase(text, trimStart: true, trimEnd: true);

    /// <summary>A text of the author that is sent as it is, up to white space at its end.</summary>
    public PromptPhrase SayRaw(AuthoredText text) => ToPhrase(text, trimStart: false, trimEnd: true);

    /// <summary>Copy that is lettered in the picture, every character of it.</summary>
    public PromptPhrase Copy(AuthoredText text) => ToPhrase(text, trimStart: false, trimEnd: false);

    /// <summary>Copy in quotes: straight ones, or curly ones when the copy holds straight ones itself.</summary>
    public PromptPhrase Quote(AuthoredText text)
    {
        (string open, string close) = text.Plain.Contains('"') ? ("“", "”") : ("\"", "\"");
        return Around((open, close), Copy(text), text.Place);
    }

    /// <summary>A phrase between connecting words.</summary>
    public PromptPhrase Around((string Before, string After) words, PromptPhrase phrase, SourceSpan place)
    {
        var builder = new PhraseBuilder();
        builder.Say(words.Before, place);
        builder.Write(phrase);
        builder.Say(words.After, place);
        return builder.ToPhrase();
    }

    /// <summary>The values of a field; those that say nothing are left out.</summary>
    public ImmutableArray<PromptPhrase> Values(string key, BoundValue value)
    {
        if (value is not ListValue list)
        {
            return Value(key, value) is { } phrase ? [phrase] : [];
        }

        var values = ImmutableArray.CreateBuilder<PromptPhrase>(list.Items.Length);
        foreach (BoundValue item in list.Items)
        {
            values.AddRange(Values(key, item));
        }

        return values.DrainToImmutable();
    }

    /// <summary>A field, or null when it is not for the model or says nothing.</summary>
    public PromptItem? Field(string block, Field field)
    {
        if (FieldWordings.Find(block, field.Key) is not { } wording)
        {
            return null;
        }

        ImmutableArray<PromptPhrase> values = Values(field.Key, field.Value);
        return values.IsEmpty
            ? null
            : new PromptItem
            {
                Block = block,
                Key = field.Key,
                Label = Book.Label(wording),
                Place = field.KeyPlace,
                Values = values,
                IsList = field.Value is ListValue,
            };
    }

    /// <summary>A field that counts, or null when it says nothing.</summary>
    public PromptItem? Count(string block, Field field)
    {
        if (Field(block, field) is not { } item)
        {
            return null;
        }

        var sentence = new PhraseBuilder();
        sentence.Say(item.Label, item.Place);
        sentence.Say(": ", item.Place);
        sentence.Write(Around(Book.Exactly, item.Values[0], item.Place));
        sentence.EndSentence(item.Place);
        return item with { Lines = [new PromptLine(0, sentence.ToPhrase())] };
    }

    /// <summary>The value of a block as an item.</summary>
    public PromptItem Item(string block, string key, SourceSpan place, params ImmutableArray<PromptPhrase> values) =>
        new()
        {
            Block = block,
            Key = key,
            Label = Label(block, ""),
            Place = place,
            Values = values,
        };

    /// <summary>A block of the file as an item with its own lines.</summary>
    public PromptItem Block(
        string kind,
        SourceSpan place,
        ImmutableArray<PromptItem> items,
        params ImmutableArray<PromptLine> lines
    ) =>
        new()
        {
            Block = kind,
            Key = kind,
            Label = Label(kind, ""),
            Place = place,
            Items = items,
            Lines = lines,
        };

    public string Label(string block, string key) =>
        FieldWordings.Find(block, key) is { } wording ? Book.Label(wording) : key;

    /// <summary>Texts as a list, or null when none says anything.</summary>
    public PromptItem? Texts(string block, string key, ImmutableArray<AuthoredText> texts)
    {
        var values = ImmutableArray.CreateBuilder<PromptPhrase>(texts.Length);
        foreach (AuthoredText text in texts)
        {
            if (Say(text) is { IsEmpty: false } phrase)
            {
                values.Add(phrase);
            }
        }

        return values.Count == 0
            ? null
            : Item(block, key, texts[0].Place, values.DrainToImmutable()) with
            {
                Label = Label(block, key),
                IsList = true,
            };
    }

    /// <summary>The picture that a slot names: "Image 2".</summary>
    public PromptPhrase Picture(string name, SourceSpan place)
    {
        foreach (InputPicture picture in Stage.Inputs)
        {
            foreach (PictureUse use in picture.Uses)
            {
                if (use.Name == name)
                {
                    return Connecting(Book.Picture(picture.Number), place);
                }
            }
        }

        _missingPictures.Add(new MissingPicture(name, place));
        return Connecting(name, place);
    }

    public static PromptPhrase Connecting(string words, SourceSpan place) =>
        new([new PromptPiece(words, place, PieceKind.Connecting)]);

    private PromptPhrase? Value(string key, BoundValue value)
    {
        PromptPhrase? phrase = value switch
        {
            TextValue text => Say(text.Text),
            WordValue word => Connecting(Book.Word(key, word.Word), word.Place),
            NameValue name when key == "from" => Picture(name.Name, name.Place),
            NameValue name => Calls.Call(name),
            NumberValue number => new PromptPhrase([new PromptPiece(number.Literal, number.Place, PieceKind.Number)]),
            BooleanValue or ImageValue or ErrorValue => null,
            _ => new PromptPhrase([new PromptPiece(value.Written, value.Place, PieceKind.Text)]),
        };
        return phrase is { IsEmpty: false } ? phrase : null;
    }

    private PromptPhrase ToPhrase(AuthoredText text, bool trimStart, bool trimEnd)
    {
        ImmutableArray<TextRun> runs = text.Runs;
        int first = 0;
        int end = runs.Length;
        while (trimStart && first < end && IsBlank(runs[first]))
        {
            first++;
        }

        while (trimEnd && end > first && IsBlank(runs[end - 1]))
        {
            end--;
        }

        var pieces = ImmutableArray.CreateBuilder<PromptPiece>(end - first);
        for (int i = first; i < end; i++)
        {
            TextRun run = runs[i];
            if (run.Picture is not null)
            {
                pieces.AddRange(Picture(run.Picture, run.Place).Pieces);
                continue;
            }

            string words = run.Text;
            words = trimStart && i == first ? words.TrimStart() : words;
            words = trimEnd && i == end - 1 ? words.TrimEnd() : words;
            if (words.Length > 0)
            {
                pieces.Add(new PromptPiece(words, run.Place, PieceKind.Text));
            }
        }

        return new PromptPhrase(pieces.DrainToImmutable());
    }

    private static bool IsBlank(TextRun run) => run.Picture is null && string.IsNullOrWhiteSpace(run.Text);
}
