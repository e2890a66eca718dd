using System.Globalization;
using PromptDsl.Runtime.Files;

namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>The files of one answer. Unless the answer is accepted, none of them is left behind.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="prefix">What their names begin with, where several answers share a folder.</param>
internal sealed class PictureFolder(string folder, string prefix = "") : IDisposable
{
    // Ten pictures with their previews are far fewer, and each has its file open.
    private const int MaxPictures = 256;

    private readonly List<ReceivedPicture> _received = [];
    private bool _isAccepted;

    /// <summary>The most bytes of one picture: several times what the largest has without compression.</summary>
    public long MaxPictureLength { get; init; } = 256 * 1024 * 1024;

    /// <summary>Whether there are as many pictures as an answer can have.</summary>
    public bool IsFull => _received.Count >= MaxPictures;

    /// <summary>Makes the file of a picture that begins to arrive.</summary>
    public ReceivedPicture Add()
    {
        var picture = new ReceivedPicture(PathOf("received", _received.Count) + DurableFile.TemporaryExtension);
        _received.Add(picture);
        return picture;
    }

    /// <summary>Keeps a picture under its final name.</summary>
    public PictureFile Keep(ReceivedPicture picture, int number) => picture.Keep(PathOf("picture", number));

    /// <summary>Keeps a preview.</summary>
    public PictureFile KeepPartial(ReceivedPicture picture, int index) => picture.Keep(PathOf("partial", index));

    /// <summary>Says that what was kept stays.</summary>
    public void Accept() => _isAccepted = true;

    public void Dispose()
    {
        foreach (ReceivedPicture picture in _received)
        {
            if (_isAccepted)
            {
                picture.Dispose();
            }
            else
            {
                picture.Discard();
            }
        }
    }

    private string PathOf(string kind, int number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{prefix}{kind}-{number}"));
}
