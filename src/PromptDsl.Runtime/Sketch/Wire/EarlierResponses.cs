using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>The pictures of earlier responses by their id, the latest ones.</summary>
internal sealed class EarlierResponses
{
    private const int Most = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Queue<string> _ids = new();

    public void Add(string id, Raster picture)
    {
        byte[] file = PngEncoder.Encode(picture);
        lock (_lock)
        {
            if (!_files.TryAdd(id, file))
            {
                return;
            }

            _ids.Enqueue(id);
            if (_ids.Count > Most)
            {
                _files.Remove(_ids.Dequeue());
            }
        }
    }

    /// <summary>The picture, or null when the response is not known (any more).</summary>
    public Raster? Find(string id)
    {
        byte[]? file;
        lock (_lock)
        {
            file = _files.GetValueOrDefault(id);
        }

        return file is null ? null : PictureDecoder.Decode(file);
    }
}
