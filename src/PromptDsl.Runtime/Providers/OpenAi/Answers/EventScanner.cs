using System.Text;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>
/// Splits server-sent events, which may come cut anywhere. The data of an event go on as they come: a
/// picture is a single line of many megabytes.
/// </summary>
/// <param name="folder">Where pictures go.</param>
/// <param name="onEvent">Takes the name of an event, empty when it has none, and its data.</param>
internal sealed class EventScanner(PictureFolder folder, Action<string, AnswerJson> onEvent)
{
    private const int MaxNameLength = 100;

    // The byte order mark that a stream may begin with, one character a byte.
    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    private readonly StringBuilder _field = new();
    private readonly StringBuilder _name = new();
    private AnswerJson? _data;
    private Part _part;
    private bool _isValueStart;
    private bool _isLineEmpty = true;
    private bool _wasCarriageReturn;

    private enum Part
    {
        FieldName,
        Data,
        EventName,
        Other,
    }

    public void Write(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            if (_wasCarriageReturn && piece[0] == '\n')
            {
                _wasCarriageReturn = false;
                piece = piece[1..];
                continue;
            }

            int end = piece.IndexOfAny((byte)'\r', (byte)'\n');
            _wasCarriageReturn = end >= 0 && piece[end] == '\r';
            TakeLine(end < 0 ? piece : piece[..end]);
            if (end < 0)
            {
                return;
            }

            EndLine();
            piece = piece[(end + 1)..];
        }
    }

    /// <summary>
    /// Ends the stream. An event whose closing line is missing counts when its data are whole: the picture in
    /// it is paid for.
    /// </summary>
    public void Finish()
    {
        if (_data is { IsCut: false })
        {
            EndEvent();
        }
    }

    private void TakeLine(ReadOnlySpan<byte> part)
    {
        _isLineEmpty &= part.IsEmpty;
        if (_part == Part.FieldName)
        {
            int colon = part.IndexOf((byte)':');
            Append(_field, colon < 0 ? part : part[..colon]);
            if (colon < 0)
            {
                return;
            }

            _part = _field.Replace(ByteOrderMark, "").ToString() switch
            {
                "data" => Part.Data,
                "event" => Part.EventName,
                _ => Part.Other,
            };
            _isValueStart = true;
            part = part[(colon + 1)..];
        }

        if (_isValueStart && !part.IsEmpty)
        {
            _isValueStart = false;
            part = part[0] == ' ' ? part[1..] : part;
        }

        if (_part == Part.Data)
        {
            _data ??= new AnswerJson(folder);
            _data.Write(part);
        }
        else if (_part == Part.EventName)
        {
            Append(_name, part);
        }
    }

    private void EndLine()
    {
        if (_isLineEmpty)
        {
            EndEvent();
        }
        else if (_part == Part.Data)
        {
            _data!.Write("\n"u8);
        }

        _part = Part.FieldName;
        _field.Clear();
        _isLineEmpty = true;
    }

    private void EndEvent()
    {
        string name = _name.ToString();
        AnswerJson? data = _data;
        _name.Clear();
        _data = null;
        if (data is not null)
        {
            onEvent(name, data);
        }
    }

    // Names are ASCII, and a piece may end anywhere. What is longer than any name is none, however it is cut.
    private static void Append(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        int room = MaxNameLength - text.Length;
        text.Append(Encoding.Latin1.GetString(bytes.Length > room ? bytes[..room] : bytes));
    }
}
