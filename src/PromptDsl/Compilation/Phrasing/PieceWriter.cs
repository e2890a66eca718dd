using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>Writes pieces one after another, with the punctuation that the text so far allows.</summary>
internal abstract class PieceWriter
{
    private string _break = "";

    /// <summary>How the text so far ends.</summary>
    public Ending Ending { get; private set; }

    public bool IsEmpty { get; private set; } = true;

    public void Write(PromptPiece piece)
    {
        if (piece.Text.Length == 0)
        {
            return;
        }

        if (_break.Length > 0)
        {
            Add(new PromptPiece(_break, piece.Source, PieceKind.Connecting));
            _break = "";
        }

        Ending = Punctuation.After(Ending, piece.Text);
        IsEmpty = false;
        Add(piece);
    }

    public void Write(PromptPhrase phrase)
    {
        foreach (PromptPiece piece in phrase.Pieces)
        {
            Write(piece);
        }
    }

    /// <summary>Asks for a break before whatever is written next; nothing is written after the end.</summary>
    public void Break(string lines) => _break = IsEmpty ? "" : lines;

    /// <summary>Writes connecting words.</summary>
    public void Say(string words, SourceSpan place) => Write(new PromptPiece(words, place, PieceKind.Connecting));

    /// <summary>Writes a mark between two parts of a sentence; a blank where the text already ends in one.</summary>
    public void Separate(string mark, SourceSpan place)
    {
        if (Ending is Ending.Sentence or Ending.Pause)
        {
            Say(" ", place);
        }
        else if (Ending is Ending.Open)
        {
            Say(mark, place);
        }
    }

    /// <summary>Writes a period unless the text already ends in a mark or a line break.</summary>
    public void EndSentence(SourceSpan place)
    {
        if (Ending is Ending.Open && !IsEmpty)
        {
            Say(".", place);
        }
    }

    /// <summary>Writes the blank between two sentences.</summary>
    public void NextSentence(SourceSpan place)
    {
        if (!IsEmpty && Ending is not Ending.Line)
        {
            Say(" ", place);
        }
    }

    /// <summary>Writes values with commas between them, with semicolons where a value holds a comma itself.</summary>
    public void WriteList(ImmutableArray<PromptPhrase> values, SourceSpan place)
    {
        string mark =
            values.Length > 1 && values.Any(v => v.Pieces.Any(p => Punctuation.HasComma(p.Text))) ? "; " : ", ";
        bool isFirst = true;
        foreach (PromptPhrase value in values)
        {
            if (!isFirst)
            {
                Separate(mark, place);
            }

            Write(value);
            isFirst = false;
        }
    }

    /// <summary>Writes <c>Label: values.</c></summary>
    public void WriteField(string label, ImmutableArray<PromptPhrase> values, SourceSpan place)
    {
        Say(label, place);
        Say(": ", place);
        WriteList(values, place);
        EndSentence(place);
    }

    /// <summary>Writes an item in running text.</summary>
    public void WriteItem(PromptItem item)
    {
        if (item.Lines.IsEmpty)
        {
            WriteField(item.Label, item.Values, item.Place);
            return;
        }

        bool isFirst = true;
        foreach (PromptLine line in item.Lines)
        {
            if (!isFirst)
            {
                NextSentence(item.Place);
            }

            Write(line.Phrase);
            isFirst = false;
        }
    }

    protected abstract void Add(PromptPiece piece);
}
