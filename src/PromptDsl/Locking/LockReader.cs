using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Locking;

/// <summary>Reads a lock file and accepts nothing that <see cref="LockWriter"/> would not write, but for blanks and order.</summary>
internal sealed class LockReader(SourceText source)
{
    private const int Sha256Length = 64;

    private readonly LockPlaces _places = new(source);
    private readonly LockCursor _cursor = new(source);

    private DateOnly? _catalog;
    private ImmutableSortedDictionary<string, string?> _models = LockFile.Empty<string?>();
    private ImmutableSortedDictionary<string, LockedFile> _files = LockFile.Empty<LockedFile>();
    private ImmutableSortedDictionary<string, LockedPicture> _pictures = LockFile.Empty<LockedPicture>();

    public LockFile? TryRead(out LockProblem? problem)
    {
        try
        {
            problem = null;
            return Read();
        }
        catch (LockFormatException e)
        {
            problem = new LockProblem(new SourceSpan(source, e.Span), e.Message, e.Label);
            return null;
        }
    }

    private LockFile Read()
    {
        Utf8JsonReader json = _cursor.Start();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        _cursor.Begin(ref json, JsonTokenType.StartObject, "an object");
        while (_cursor.NextKey(ref json, keys) is { } key)
        {
            ReadSection(ref json, key);
        }

        _cursor.Require(ref json, keys, "schema", "catalog", "models", "files", "pictures");
        _cursor.End(ref json);
        return new LockFile
        {
            Catalog = _catalog!.Value,
            Models = _models,
            Files = _files,
            Pictures = _pictures,
            Places = _places,
        };
    }

    private void ReadSection(ref Utf8JsonReader json, string key)
    {
        switch (key)
        {
            case "schema":
                ReadSchema(ref json);
                break;
            case "catalog":
                _places.Add(LockSection.Catalog, "", _cursor.Span(ref json));
                ReadCatalog(ref json);
                break;
            case "models":
                ReadEntries(ref json, LockSection.Models, ReadModel);
                break;
            case "files":
                ReadEntries(ref json, LockSection.Files, ReadFile);
                break;
            case "pictures":
                ReadEntries(ref json, LockSection.Pictures, ReadPicture);
                break;
            default:
                throw _cursor.Unknown(ref json, key);
        }
    }

    private void ReadSchema(ref Utf8JsonReader json)
    {
        long schema = _cursor.Number(ref json);
        if (schema != LockFile.Schema)
        {
            throw _cursor.Problem(
                ref json,
                string.Create(CultureInfo.InvariantCulture, $"the lock has the form {schema}"),
                string.Create(CultureInfo.InvariantCulture, $"this promptc reads the form {LockFile.Schema}")
            );
        }
    }

    private void ReadCatalog(ref Utf8JsonReader json)
    {
        string text = _cursor.Text(ref json);
        if (!DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            throw _cursor.Problem(ref json, $"`{text}` is no day", "a day such as 2026-11-20");
        }

        _catalog = day;
    }

    private delegate void EntryReader(ref Utf8JsonReader json, string name);

    private void ReadEntries(ref Utf8JsonReader json, LockSection section, EntryReader read)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        _cursor.Begin(ref json, JsonTokenType.StartObject, "an object");
        while (_cursor.NextKey(ref json, names) is { } name)
        {
            _places.Add(section, name, _cursor.Span(ref json));
            read(ref json, name);
        }
    }

    private void ReadModel(ref Utf8JsonReader json, string name) =>
        _models = _models.Add(name, _cursor.TextOrNull(ref json));

    private void ReadFile(ref Utf8JsonReader json, string name)
    {
        ImmutableArray<string> models = [];
        ImmutableArray<string> pictures = [];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        _cursor.Begin(ref json, JsonTokenType.StartObject, "an object");
        while (_cursor.NextKey(ref json, keys) is { } key)
        {
            switch (key)
            {
                case "models":
                    models = _cursor.Texts(ref json);
                    break;
                case "pictures":
                    pictures = _cursor.Texts(ref json);
                    break;
                default:
                    throw _cursor.Unknown(ref json, key);
            }
        }

        _cursor.Require(ref json, keys, "models", "pictures");
        _files = _files.Add(name, new LockedFile(models, pictures));
    }

    private void ReadPicture(ref Utf8JsonReader json, string name)
    {
        string hash = "";
        long bytes = 0;
        ImageSize? size = null;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        _cursor.Begin(ref json, JsonTokenType.StartObject, "an object");
        while (_cursor.NextKey(ref json, keys) is { } key)
        {
            switch (key)
            {
                case "sha256":
                    hash = ReadHash(ref json);
                    break;
                case "bytes":
                    bytes = _cursor.Number(ref json);
                    break;
                case "size":
                    size = ReadSize(ref json);
                    break;
                default:
                    throw _cursor.Unknown(ref json, key);
            }
        }

        _cursor.Require(ref json, keys, "sha256", "bytes", "size");
        _pictures = _pictures.Add(name, new LockedPicture(hash, bytes, size));
    }

    private string ReadHash(ref Utf8JsonReader json)
    {
        string text = _cursor.Text(ref json);
        return text.Length == Sha256Length && text.All(char.IsAsciiHexDigitLower)
            ? text
            : throw _cursor.Problem(ref json, "a SHA-256 has 64 digits from 0 to f", "not a SHA-256");
    }

    private ImageSize? ReadSize(ref Utf8JsonReader json)
    {
        string? text = _cursor.TextOrNull(ref json);
        if (text is null)
        {
            return null;
        }

        return ImageSize.TryParse(text, out ImageSize size)
            ? size
            : throw _cursor.Problem(ref json, $"`{text}` is no size", "a size such as 1024x1536");
    }
}
