using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Suppressions;
using PromptDsl.Text;

namespace PromptDsl.Cli.Linting;

/// <summary>
/// The findings that a project lives with, so that only new ones are reported. Described by
/// <c>docs/schemas/baseline.schema.json</c>.
/// </summary>
internal sealed class Baseline
{
    private const int Schema = 1;
    private const int HashLength = 16;

    private readonly string _folder;
    private readonly SortedDictionary<BaselineEntry, int> _entries;

    private Baseline(string folder, SortedDictionary<BaselineEntry, int> entries)
    {
        _folder = folder;
        _entries = entries;
    }

    /// <summary>One without a finding.</summary>
    public static Baseline Empty(string path) =>
        new(Path.GetDirectoryName(path)!, new SortedDictionary<BaselineEntry, int>(Order));

    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageException">It cannot be read, or is no baseline.</exception>
    public static Baseline Read(string path, string shownPath)
    {
        byte[] bytes = BoundedFile.ReadNamed(path, shownPath);
        Baseline baseline = Empty(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            if (document.RootElement.GetProperty("schema").GetInt32() != Schema)
            {
                throw new UsageException(
                    $"`{shownPath}` was written by another version of promptc",
                    "Renew it with `--update-baseline`."
                );
            }

            foreach (JsonElement entry in document.RootElement.GetProperty("findings").EnumerateArray())
            {
                var key = new BaselineEntry(TextOf(entry, "file"), TextOf(entry, "code"), TextOf(entry, "line"));
                baseline._entries[key] = entry.GetProperty("count").GetInt32();
            }

            return baseline;
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UsageException($"`{shownPath}` is no baseline", "Write one with `--update-baseline`.");
        }
    }

    /// <summary>Marks the findings that the baseline holds.</summary>
    /// <param name="findings">What was found, in order.</param>
    /// <param name="pathOf">The absolute path of a file of a finding.</param>
    public List<Finding> Mark(IEnumerable<Finding> findings, Func<Finding, string> pathOf)
    {
        var left = new Dictionary<BaselineEntry, int>(_entries);
        return
        [
            .. findings.Select(f =>
            {
                if (!IsHeld(f) || !TryTake(left, EntryOf(f, pathOf(f))))
                {
                    return f;
                }

                return f with
                {
                    Suppression = new FindingSuppression(IsInSource: false, "in the baseline"),
                };
            }),
        ];
    }

    /// <summary>The entries that nothing fits any more, with how often.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="pathOf">The absolute path of a file of a finding.</param>
    /// <param name="wasLookedAt">Whether this run would have found what an entry names.</param>
    public List<(BaselineEntry Entry, int Count)> FindStale(
        IEnumerable<Finding> findings,
        Func<Finding, string> pathOf,
        Func<BaselineEntry, bool> wasLookedAt
    )
    {
        var left = new Dictionary<BaselineEntry, int>(_entries);
        foreach (Finding finding in findings.Where(IsHeld))
        {
            TryTake(left, EntryOf(finding, pathOf(finding)));
        }

        return
        [
            .. left.Where(e => e.Value > 0 && wasLookedAt(e.Key))
                .Select(e => (e.Key, e.Value))
                .OrderBy(e => e.Key, Order),
        ];
    }

    /// <summary>This baseline with what was found now in the place of what this run looked at.</summary>
    public Baseline Renew(
        IEnumerable<Finding> findings,
        Func<Finding, string> pathOf,
        Func<BaselineEntry, bool> wasLookedAt
    )
    {
        var entries = new SortedDictionary<BaselineEntry, int>(Order);
        foreach ((BaselineEntry entry, int count) in _entries.Where(e => !wasLookedAt(e.Key)))
        {
            entries.Add(entry, count);
        }

        foreach (Finding finding in findings.Where(IsHeld))
        {
            BaselineEntry entry = EntryOf(finding, pathOf(finding));
            entries[entry] = entries.GetValueOrDefault(entry) + 1;
        }

        return new Baseline(_folder, entries);
    }

    /// <summary>The absolute path of the file of an entry.</summary>
    public string PathOf(BaselineEntry entry) => Path.GetFullPath(Path.Combine(_folder, entry.File));

    /// <summary>How many findings it holds.</summary>
    public int Count => _entries.Values.Sum();

    public byte[] ToBytes() =>
        JsonText
            .Bytes(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schema", Schema);
                json.WriteStartArray("findings");
                foreach ((BaselineEntry entry, int count) in _entries)
                {
                    json.WriteStartObject();
                    json.WriteString("file", entry.File);
                    json.WriteString("code", entry.Code);
                    json.WriteString("line", entry.Line);
                    json.WriteNumber("count", count);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            })
            .ToArray();

    private static Comparer<BaselineEntry> Order { get; } =
        Comparer<BaselineEntry>.Create(
            (a, b) =>
                string.CompareOrdinal(a.File, b.File) is var file and not 0 ? file
                : string.CompareOrdinal(a.Code, b.Code) is var code and not 0 ? code
                : string.CompareOrdinal(a.Line, b.Line)
        );

    // Hints never fail a run, and an error of the language is nothing to live with.
    private static bool IsHeld(Finding finding) =>
        finding.Suppression is not { IsInSource: true }
        && finding.Severity != DiagnosticSeverity.Hint
        && SuppressionFilter.IsSuppressible(finding.Diagnostic.Descriptor);

    private static bool TryTake(Dictionary<BaselineEntry, int> left, BaselineEntry entry)
    {
        int count = left.GetValueOrDefault(entry);
        left[entry] = count - 1;
        return count > 0;
    }

    private BaselineEntry EntryOf(Finding finding, string path)
    {
        SourceText source = finding.Diagnostic.Source;
        int line = source.Lines.LineAt(finding.Diagnostic.Span.Start);
        string text = source.ToString(TextSpan.FromBounds(source.Lines.StartOf(line), source.Lines.EndOf(line)));
        string words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..HashLength];
        return new BaselineEntry(Path.GetRelativePath(_folder, path).Replace('\\', '/'), finding.Diagnostic.Code, hash);
    }

    private static string TextOf(JsonElement entry, string name) =>
        entry.GetProperty(name).GetString() ?? throw new FormatException($"{name} is not a text");
}
