using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>Writes a lock file so that a changed entry is a changed line.</summary>
internal static class LockWriter
{
    public static string Write(LockFile content) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema", LockFile.Schema);
            json.WriteString("catalog", content.Catalog.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartObject("models");
            foreach ((string model, string? snapshot) in content.Models)
            {
                json.WriteString(model, snapshot);
            }

            json.WriteEndObject();
            json.WriteStartObject("files");
            foreach ((string path, LockedFile file) in content.Files)
            {
                WriteFile(json, path, file);
            }

            json.WriteEndObject();
            json.WriteStartObject("pictures");
            foreach ((string path, LockedPicture picture) in content.Pictures)
            {
                WritePicture(json, path, picture);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });

    private static void WriteFile(Utf8JsonWriter json, string path, LockedFile file)
    {
        json.WriteStartObject(path);
        WriteList(json, "models", file.Models);
        WriteList(json, "pictures", file.Pictures);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string key, ImmutableArray<string> items)
    {
        json.WriteStartArray(key);
        foreach (string item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    private static void WritePicture(Utf8JsonWriter json, string path, LockedPicture picture)
    {
        json.WriteStartObject(path);
        json.WriteString("sha256", picture.Sha256);
        json.WriteNumber("bytes", picture.Bytes);
        json.WriteString("size", picture.Size?.ToString());
        json.WriteEndObject();
    }
}
