namespace PromptDsl.Cli.Output;

/// <summary>
/// The folder that holds what one source compiles to. It is replaced as a whole: the new content is
/// written beside it and takes its place in one step, so that an interruption leaves the old or the
/// new content. What promptc did not write moves along.
/// </summary>
internal sealed class OutputFolder(string path)
{
    private readonly string _new = Sibling(path, "new");
    private readonly string _old = Sibling(path, "old");

    /// <summary>Compares the folder with what it should hold.</summary>
    /// <param name="files">All files, the manifest too.</param>
    public OutputState Compare(IReadOnlyList<OutputFile> files)
    {
        OutputManifest manifest = OutputManifest.Read(path);
        var state = new OutputState([], [], [], []);
        foreach (OutputFile file in files)
        {
            string full = Path.Combine(path, file.Path);
            if (Directory.Exists(full))
            {
                state.Foreign.Add(file.Path);
            }
            else if (!File.Exists(full))
            {
                state.Missing.Add(file.Path);
            }
            else if (!File.ReadAllBytes(full).AsSpan().SequenceEqual(file.Content.Span))
            {
                (manifest.Owns(file.Path) ? state.Changed : state.Foreign).Add(file.Path);
            }
        }

        var planned = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        state.Extra.AddRange(manifest.Owned.Where(p => !planned.Contains(p) && File.Exists(Path.Combine(path, p))));
        return state;
    }

    /// <summary>Finishes or undoes what an interrupted run left.</summary>
    public void Recover()
    {
        if (Directory.Exists(_old) && !Directory.Exists(path))
        {
            Directory.Move(_old, path);
        }

        foreach (string leftover in new[] { _old, _new })
        {
            if (Directory.Exists(leftover))
            {
                CarryOver(leftover);
            }
        }
    }

    /// <summary>Replaces the content.</summary>
    /// <returns>Files that promptc wrote, that a person changed, and that are therefore kept.</returns>
    public List<string> Write(IReadOnlyList<OutputFile> files)
    {
        Directory.CreateDirectory(_new);

        // The manifest comes first: should the run end here, it tells what may be removed.
        foreach (OutputFile file in files.OrderByDescending(f => f.Path == OutputManifest.FileName))
        {
            string full = Path.Combine(_new, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, file.Content.Span);
        }

        if (!Directory.Exists(path))
        {
            Directory.Move(_new, path);
            return [];
        }

        if (FolderExchange.TrySwap(_new, path))
        {
            return CarryOver(_new);
        }

        Directory.Move(path, _old);
        Directory.Move(_new, path);
        return CarryOver(_old);
    }

    /// <summary>Moves what promptc did not write from a folder that was replaced, and removes the rest.</summary>
    private List<string> CarryOver(string from)
    {
        OutputManifest manifest = OutputManifest.Read(from);
        var kept = new List<string>();
        foreach (string relative in manifest.Owned)
        {
            string file = Path.Combine(from, relative);
            if (!File.Exists(file))
            {
                continue;
            }

            // A file that a person edited and that nothing replaces is theirs now.
            bool isReplaced = File.Exists(Path.Combine(path, relative)) || !Directory.Exists(path);
            if (isReplaced || manifest.IsUnchanged(relative, file))
            {
                File.Delete(file);
            }
            else
            {
                kept.Add(relative);
            }
        }

        MoveInto(from, path);
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
        }

        return kept;
    }

    private static void MoveInto(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from))
        {
            Directory.CreateDirectory(to);
            File.Move(file, Path.Combine(to, Path.GetFileName(file)), overwrite: false);
        }

        foreach (string folder in Directory.GetDirectories(from))
        {
            MoveInto(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        Directory.Delete(from);
    }

    private static string Sibling(string path, string kind) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.promptc-{kind}");
}
