using System.Globalization;
using PromptDsl.Compilation.Documents;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Dialects;

/// <summary>
/// Stands for pieces while a template renders: each is a number between two characters of the private
/// use area, put back once and never scanned again, so that the author's words can hold anything.
/// </summary>
internal sealed class PieceTokens
{
    public const char Begin = '\uE000';
    public const char End = '\uE001';

    private readonly List<PromptPiece> _pieces = [];

    /// <summary>The token for a piece.</summary>
    public string Add(PromptPiece piece)
    {
        _pieces.Add(piece);
        return string.Create(CultureInfo.InvariantCulture, $"{Begin}{_pieces.Count - 1}{End}");
    }

    /// <summary>Puts the pieces back; the words of the template itself come from <paramref name="place"/>.</summary>
    public CompiledPrompt Resolve(string rendered, SourceSpan place)
    {
        var found = new List<PromptPiece>();
        int position = 0;
        while (position < rendered.Length)
        {
            int begin = rendered.IndexOf(Begin, position);
            int end = begin < 0 ? -1 : rendered.IndexOf(End, begin);
            if (end < 0)
            {
                AddWords(found, rendered[position..], place);
                break;
            }

            AddWords(found, rendered[position..begin], place);
            if (int.TryParse(rendered.AsSpan(begin + 1, end - begin - 1), CultureInfo.InvariantCulture, out int index))
            {
                found.Add(_pieces[index]);
            }

            position = end + 1;
        }

        TrimEnd(found);
        var writer = new PromptWriter();
        foreach (PromptPiece piece in found)
        {
            writer.Write(piece);
        }

        return writer.ToPrompt();
    }

    private static void AddWords(List<PromptPiece> pieces, string words, SourceSpan place)
    {
        if (words.Length > 0)
        {
            string lines = words.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            pieces.Add(new PromptPiece(lines, place, PieceKind.Connecting));
        }
    }

    private static void TrimEnd(List<PromptPiece> pieces)
    {
        while (pieces.Count > 0)
        {
            PromptPiece last = pieces[^1];
            string trimmed = last.Text.TrimEnd();
            if (trimmed.Length > 0)
            {
                pieces[^1] = last with { Text = trimmed };
                return;
            }

            pieces.RemoveAt(pieces.Count - 1);
        }
    }
}
