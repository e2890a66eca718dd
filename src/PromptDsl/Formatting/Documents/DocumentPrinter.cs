using System.Runtime.InteropServices;
using System.Text;

namespace PromptDsl.Formatting.Documents;

/// <summary>
/// Writes a document as text. Indentation is written only in front of text, so no line ends in
/// blanks. The work is kept on a stack of its own: nesting costs no call depth.
/// </summary>
internal sealed class DocumentPrinter
{
    private readonly LineFitter _fitter = new(FormattingRules.Width);
    private readonly List<PrintCommand> _commands = [];
    private readonly StringBuilder _output = new();
    private int _column;
    private int _pendingIndentation;

    private DocumentPrinter() { }

    public static string Print(Document document)
    {
        var printer = new DocumentPrinter();
        printer.Push(document, indentation: 0, isBroken: true);
        while (printer._commands.Count > 0)
        {
            PrintCommand command = printer._commands[^1];
            printer._commands.RemoveAt(printer._commands.Count - 1);
            printer.Execute(command);
        }

        return printer._output.ToString();
    }

    private void Push(Document document, int indentation, bool isBroken) =>
        _commands.Add(new PrintCommand(document, indentation, isBroken));

    private void Execute(PrintCommand command)
    {
        (Document document, int indentation, bool isBroken, int next) = command;
        switch (document)
        {
            case TextDocument text:
                Write(text.Text);
                _column += text.Width;
                break;
            case LineCommentDocument comment:
                Write(comment.Text);
                break;
            case LineDocument line:
                PrintLine(line.Kind, indentation, isBroken);
                break;
            case ConcatDocument concat when next < concat.Parts.Length:
                _commands.Add(command with { Next = next + 1 });
                Push(concat.Parts[next], indentation, isBroken);
                break;
            case IndentDocument indent:
                Push(indent.Content, indentation + FormattingRules.IndentSize, isBroken);
                break;
            case GroupDocument group:
                Push(group.Content, indentation, isBroken && !StaysOnOneLine(group));
                break;
            case IfBreakDocument choice:
                Push(isBroken ? choice.Broken : choice.Flat, indentation, isBroken);
                break;
        }
    }

    private bool StaysOnOneLine(GroupDocument group) =>
        !group.ForcesBreak && _fitter.Fits(group.Content, _column, CollectionsMarshal.AsSpan(_commands));

    private void PrintLine(LineKind kind, int indentation, bool isBroken)
    {
        if (isBroken)
        {
            _output.Append('\n');
            _column = kind == LineKind.Literal ? 0 : indentation;
            _pendingIndentation = _column;
        }
        else if (kind == LineKind.Blank)
        {
            Write(" ");
            _column++;
        }
    }

    private void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        _output.Append(' ', _pendingIndentation).Append(text);
        _pendingIndentation = 0;
    }
}
