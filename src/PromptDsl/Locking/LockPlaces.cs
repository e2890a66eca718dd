using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>Where the entries of a lock file stand.</summary>
internal sealed class LockPlaces(SourceText source)
{
    private readonly Dictionary<(LockSection, string), TextSpan> _spans = [];

    /// <summary>Notes the key of an entry.</summary>
    public void Add(LockSection section, string name, TextSpan span) => _spans.Add((section, name), span);

    /// <summary>The key of an entry; the beginning of the file for one that is not there.</summary>
    public SourceSpan Of(LockSection section, string name = "") =>
        new(source, _spans.GetValueOrDefault((section, name)));
}
