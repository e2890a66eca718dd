using PromptDsl.Cli.CommandLine;

namespace PromptDsl.Cli.Output;

/// <summary>Brings the output folders of a build up to date, or says how they are not.</summary>
internal sealed class OutputWriter(CommandContext context)
{
    /// <summary>Writes what is not up to date.</summary>
    /// <exception cref="UsageException">A file that promptc did not write stands in the way; nothing is written.</exception>
    public void Write(IReadOnlyList<OutputTarget> targets)
    {
        RefuseClashes(targets);
        var stale = new List<(OutputFolder Folder, OutputTarget Target)>();
        foreach (OutputTarget target in targets)
        {
            var folder = new OutputFolder(target.Folder);
            folder.Recover();
            OutputState state = folder.Compare(target.Files);
            if (state.Foreign.Count > 0)
            {
                throw new UsageException(
                    $"`{target.DisplayPath}/{state.Foreign[0]}` was not written by promptc and stands where output belongs",
                    "Move it away, or choose another folder with --out."
                );
            }

            if (!state.IsCurrent)
            {
                stale.Add((folder, target));
            }
        }

        foreach ((OutputFolder folder, OutputTarget target) in stale)
        {
            context.Host.Cancellation.ThrowIfCancellationRequested();
            foreach (string kept in WriteOne(folder, target))
            {
                context.Report($"kept {target.DisplayPath}/{kept}: it was changed by hand");
            }
        }
    }

    private static List<string> WriteOne(OutputFolder folder, OutputTarget target)
    {
        try
        {
            return folder.Write(target.Files);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"`{target.DisplayPath}` cannot be written: permission denied");
        }
        catch (IOException e)
        {
            throw new UsageException($"`{target.DisplayPath}` cannot be written: {e.Message.TrimEnd('.')}");
        }
    }

    /// <summary>Lists what is not up to date on standard output.</summary>
    /// <returns>Whether everything is.</returns>
    public bool Check(IReadOnlyList<OutputTarget> targets)
    {
        RefuseClashes(targets);
        bool isCurrent = true;
        foreach (OutputTarget target in targets)
        {
            OutputState state = new OutputFolder(target.Folder).Compare(target.Files);
            isCurrent &= state.IsCurrent;
            List("missing", target, state.Missing);
            List("changed", target, [.. state.Changed, .. state.Foreign]);
            List("extra", target, state.Extra);
        }

        return isCurrent;
    }

    private void List(string what, OutputTarget target, List<string> files)
    {
        foreach (string file in files)
        {
            context.Host.Out.WriteLine($"{what}: {target.DisplayPath}/{file}");
        }
    }

    // Also where a file system ignores case, and where one source varies and another is named alike.
    private static void RefuseClashes(IReadOnlyList<OutputTarget> targets)
    {
        var writers = new Dictionary<string, OutputTarget>(StringComparer.OrdinalIgnoreCase);
        foreach (OutputTarget target in targets)
        {
            foreach (OutputFile file in target.Files)
            {
                string path = Path.Combine(target.Folder, file.Path);
                if (!writers.TryAdd(path, target))
                {
                    throw new UsageException(
                        $"`{writers[path].SourcePath}` and `{target.SourcePath}` would both write `{target.DisplayPath}/{file.Path}`",
                        "Rename one of them, or build them with different --out folders."
                    );
                }
            }
        }
    }
}
