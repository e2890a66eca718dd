using System.Text;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>Writes server-sent events.</summary>
internal sealed class EventStream
{
    private readonly MemoryStream _stream = new();

    /// <summary>Adds an event; its data name the type too, as the API has it.</summary>
    public void Add(string type, byte[] data)
    {
        _stream.Write(Encoding.UTF8.GetBytes($"event: {type}\ndata: "));
        _stream.Write(data);
        _stream.Write("\n\n"u8);
    }

    public byte[] ToArray() => _stream.ToArray();
}
