using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation.Wording;

/// <summary>The connecting words of a language.</summary>
internal abstract class Phrasebook
{
    private static readonly EnglishPhrasebook English = new();
    private static readonly KoreanPhrasebook Korean = new();

    /// <summary>The phrasebook of a locale; English for one that is not known.</summary>
    public static Phrasebook For(string locale) => locale == "ko" ? Korean : English;

    /// <summary>The locale: <c>en</c> or <c>ko</c>.</summary>
    public abstract string Locale { get; }

    /// <summary>Whether sentences begin with a capital.</summary>
    public abstract bool HasCapitals { get; }

    /// <summary>A blank in a spelling.</summary>
    public abstract string Space { get; }

    /// <summary>A line break in a spelling.</summary>
    public abstract string LineBreak { get; }

    public abstract string Label(FieldWording field);

    public abstract string SectionLabel(PromptSectionKind kind);

    /// <summary>A word of a closed list.</summary>
    public abstract string Word(string key, string word);

    /// <summary>The instruction to make a picture of a kind; a whole sentence.</summary>
    public abstract string Create(string contentKind);

    /// <summary>The words around an exact number.</summary>
    public abstract (string Before, string After) Exactly { get; }

    /// <summary>How much something stands out; a whole sentence.</summary>
    public abstract string Emphasis(string word);

    /// <summary>A picture by its number.</summary>
    public abstract string Picture(int number);

    /// <summary>What a picture is: edited, combined with others, or a reference.</summary>
    public abstract string PictureToEdit { get; }

    public abstract string PictureToCombine { get; }

    public abstract string PictureForReference { get; }

    /// <summary>The lead to a field of a reference: take, ignore, part, strength.</summary>
    public abstract (string Before, string After) ReferenceField(string key);

    /// <summary>The brackets around a remark.</summary>
    public abstract (string Before, string After) Brackets { get; }

    /// <summary>The mark between the fields of a reference.</summary>
    public abstract string ReferenceMark { get; }

    /// <summary>A place in the picture, or in an area of it.</summary>
    public abstract string At(string word, bool isInArea);

    /// <summary>The words around the target of a spatial relation.</summary>
    public abstract (string Before, string After) Relation(string kind);

    /// <summary>The words between two targets of a relation.</summary>
    public abstract string And(string word);

    /// <summary>The words around a place that leads to what stands there.</summary>
    public abstract (string Before, string After) Lead(bool isAdded);

    /// <summary>What leads to something without a place.</summary>
    public abstract string LeadWithoutPlace(bool isAdded, bool isWords);

    /// <summary>An object by its name.</summary>
    public abstract string Call(ObjectThing thing);

    /// <summary>The words around the name that an introduction adds to a description, within its sentence or after it.</summary>
    public abstract (string Before, string After) AddedName(string name, bool isAfterSentence);

    /// <summary>The words around quoted lettering that is called.</summary>
    public abstract (string Before, string After) CallText { get; }

    /// <summary>The words around a quoted label that is called.</summary>
    public abstract (string Before, string After) CallLabel { get; }

    /// <summary>The words around the quoted title of a table that is called.</summary>
    public abstract (string Before, string After) CallTable(string? drawnAs);

    /// <summary>A table without a title that is called.</summary>
    public abstract string CallUntitledTable(string? drawnAs);

    /// <summary>A grid that is called.</summary>
    public abstract string CallGrid { get; }

    /// <summary>The words around the place of an area that is called.</summary>
    public abstract (string Before, string After) CallArea { get; }

    /// <summary>The words around quoted lettering that is introduced.</summary>
    public abstract (string Before, string After) Text { get; }

    /// <summary>The words around the quoted title of a table that is introduced.</summary>
    public abstract (string Before, string After) Table(string? drawnAs);

    /// <summary>A table without a title that is introduced.</summary>
    public abstract string UntitledTable(string? drawnAs);

    /// <summary>That a table is lettered as it is written; a whole sentence.</summary>
    public abstract string TableAsWritten { get; }

    /// <summary>A row by its number from 1.</summary>
    public abstract string Row(int number);

    /// <summary>What leads to the callouts.</summary>
    public abstract string Callouts(bool isAdded);

    /// <summary>What leads to a callout, around its number.</summary>
    public abstract (string Before, string After) CalloutNumber { get; }

    /// <summary>What leads to a callout without a number.</summary>
    public abstract string Callout { get; }

    /// <summary>Where a callout stands, beside what it names.</summary>
    public abstract string CalloutSide(string word);

    /// <summary>The words around the target of a callout.</summary>
    public abstract (string Before, string After) CalloutTarget { get; }

    /// <summary>The words around the place of an area that is introduced.</summary>
    public abstract (string Before, string After) Area(bool isAdded, bool hasPlace);

    /// <summary>The words around the share that an area takes.</summary>
    public abstract (string Before, string After) Share { get; }

    /// <summary>What leads to the things in an area.</summary>
    public abstract string Within { get; }

    /// <summary>A grid of columns and rows.</summary>
    public abstract string Grid(int columns, int rows);

    /// <summary>A cell by its row and column from 1.</summary>
    public abstract string Cell(int row, int column);

    /// <summary>The words around a share of the safe area or a margin; a whole sentence.</summary>
    public abstract (string Before, string After) SafeArea(string key);

    /// <summary>What leads to styles that are blended.</summary>
    public abstract string Blend { get; }

    /// <summary>What stands before the last of the styles that are blended.</summary>
    public abstract string BlendLast { get; }

    /// <summary>The reminder that an edit keeps the style; a whole sentence.</summary>
    public abstract string KeepStyle { get; }
}
