namespace PromptDsl.Formatting.Documents;

/// <summary>
/// Measures whether a document fits on the rest of a line. It stops at the end of the line, so a
/// measurement takes time for one line, not for the document.
/// </summary>
internal sealed class LineFitter(int width)
{
    private readonly Stack<PrintCommand> _pending = new();

    /// <summary>Whether a document, on one line, and what follows it up to the next line break end within the width.</summary>
    /// <param name="document">What is measured.</param>
    /// <param name="column">Where it begins.</param>
    /// <param name="rest">What is printed after it, the nearest last.</param>
    public bool Fits(Document document, int column, ReadOnlySpan<PrintCommand> rest)
    {
        _pending.Clear();
        _pending.Push(new PrintCommand(document, 0, IsBroken: false));
        int remaining = width - column;
        while (remaining >= 0)
        {
            if (_pending.Count == 0)
            {
                if (rest.IsEmpty)
                {
                    return true;
                }

                _pending.Push(rest[^1]);
                rest = rest[..^1];
            }

            PrintCommand command = _pending.Pop();
            if (command.Document is LineDocument line)
            {
                if (command.IsBroken || line.ForcesBreak)
                {
                    return true;
                }

                remaining -= line.Kind == LineKind.Blank ? 1 : 0;
            }
            else
            {
                remaining -= Measure(command);
            }
        }

        return false;
    }

    /// <summary>The width of a text; of anything else the parts are put on the stack.</summary>
    private int Measure(PrintCommand command)
    {
        switch (command.Document)
        {
            case TextDocument text:
                return text.Width;
            case ConcatDocument concat when command.Next < concat.Parts.Length:
                _pending.Push(command with { Next = command.Next + 1 });
                Push(concat.Parts[command.Next], command.IsBroken);
                return 0;
            case IndentDocument indent:
                Push(indent.Content, command.IsBroken);
                return 0;
            case GroupDocument group:
                Push(group.Content, command.IsBroken || group.ForcesBreak);
                return 0;
            case IfBreakDocument choice:
                Push(command.IsBroken ? choice.Broken : choice.Flat, command.IsBroken);
                return 0;
            default:
                return 0;
        }
    }

    private void Push(Document document, bool isBroken) => _pending.Push(new PrintCommand(document, 0, isBroken));
}
