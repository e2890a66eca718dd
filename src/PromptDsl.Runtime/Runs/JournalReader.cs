using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Runs;

/// <summary>Reads journals. A kill can tear the last line: it is left out, as nothing can depend on it.</summary>
internal static class JournalReader
{
    /// <summary>Reads a journal.</summary>
    /// <returns>The records, and the length of the file up to the last whole line.</returns>
    /// <exception cref="RunException">There is none, or it is damaged.</exception>
    public static (ImmutableArray<JournalRecord> Records, long Length) Read(string path, string runId)
    {
        byte[] bytes = ReadBytes(path, runId);
        var records = ImmutableArray.CreateBuilder<JournalRecord>();
        int start = 0;
        while (bytes.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length)
        {
            if (JournalJson.Read(bytes.AsSpan(start, length)) is not { } record)
            {
                break;
            }

            records.Add(record);
            start += length + 1;
        }

        // What a kill leaves behind the last whole line is part of one line, or zeros of a block never written.
        if (HasWholeLine(bytes.AsSpan(start)))
        {
            throw Damaged(runId, $"line {(records.Count + 1).ToString(CultureInfo.InvariantCulture)} cannot be read");
        }

        return records.FirstOrDefault() switch
        {
            RunOpened { Schema: JournalJson.Schema } => (records.ToImmutable(), start),
            RunOpened other => throw Damaged(
                runId,
                $"its schema is {other.Schema}, and this version reads {JournalJson.Schema}"
            ),
            _ => throw Damaged(runId, "it does not begin with the opening of a run"),
        };
    }

    private static bool HasWholeLine(ReadOnlySpan<byte> rest)
    {
        foreach (Range line in rest.Split((byte)'\n'))
        {
            if (JournalJson.Read(rest[line]) is not null && line.End.GetOffset(rest.Length) < rest.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] ReadBytes(string path, string runId)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NoSuchRun(runId, e);
        }
    }

    public static RunException NoSuchRun(string runId, Exception? inner = null) =>
        new($"there is no run `{runId}`", inner) { Help = "`promptc runs` lists them." };

    private static RunException Damaged(string runId, string how) =>
        new($"the journal of run `{runId}` is damaged: {how}")
        {
            Help = "Its pictures are in its folder, below `pictures`. Delete the folder to forget the run.",
        };
}
