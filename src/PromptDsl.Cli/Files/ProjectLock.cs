using System.Text;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Locking;
using PromptDsl.Text;

namespace PromptDsl.Cli.Files;

/// <summary>The lock of a project on disk, read when it is first asked for.</summary>
internal sealed class ProjectLock
{
    private readonly string _path;
    private readonly Lazy<LockFile?> _content;

    public ProjectLock(ProjectRoot root, CommandContext context)
    {
        _path = root.AbsolutePath(LockFile.FileName);
        DisplayPath = context.DisplayPath(_path);
        _content = new Lazy<LockFile?>(Read);
    }

    /// <summary>The path as people should see it.</summary>
    public string DisplayPath { get; }

    /// <summary>What is locked; null when the project has no lock.</summary>
    /// <exception cref="SourceProblemException">The file is no lock.</exception>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public LockFile? Content => _content.Value;

    /// <summary>Replaces the lock.</summary>
    /// <returns>Whether that changed it.</returns>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public bool Write(LockFile content)
    {
        string text = content.ToText();
        if (Content is not null && Content.ToText() == text)
        {
            return false;
        }

        AtomicFile.WriteNamed(_path, DisplayPath, Encoding.UTF8.GetBytes(text));
        return true;
    }

    private LockFile? Read()
    {
        if (!File.Exists(_path))
        {
            return null;
        }

        SourceText source = SourceText.FromBytes(BoundedFile.ReadNamed(_path, DisplayPath), LockFile.FileName);
        return LockFile.TryParse(source, out LockProblem? problem)
            ?? throw new SourceProblemException(
                new SourceSpan(SourceText.FromString(source.Text, DisplayPath), problem!.Place.Span),
                problem.Message,
                problem.Label,
                "Restore the lock from version control, or delete it and run `promptc build --lock`."
            );
    }
}
