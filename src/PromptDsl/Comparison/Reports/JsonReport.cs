using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PromptDsl.Comparison.Words;
using PromptDsl.Planning;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Reports;

/// <summary>A difference for programs; <c>docs/schemas/diff.schema.json</c> describes it.</summary>
public static class JsonReport
{
    private const int Schema = 1;

    /// <summary>The text, with LF line ends and one at the end; the same for the same difference.</summary>
    public static string Write(VersionDifference difference) =>
        JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema", Schema);
            writer.WriteString("before", difference.Before);
            writer.WriteString("after", difference.After);
            writer.WriteNumber("changes", difference.Count);
            Write(writer, difference.Price);
            Array(writer, "files", difference.Files, Write);
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, FileDifference file)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", NameOf(file.Kind));
        writer.WriteString("before", file.Before);
        writer.WriteString("after", file.After);
        Write(writer, file.Price);
        Array(writer, "changes", file.Diff?.Changes ?? [], Write);
        Array(writer, "notes", file.Diff?.Notes ?? [], (w, n) => w.WriteStringValue(n.ToString().ToLowerInvariant()));
        Array(writer, "stages", file.Diff?.Stages ?? [], Write);
        writer.WriteEndObject();
    }

    /// <summary>A price that is not another is null.</summary>
    private static void Write(Utf8JsonWriter writer, PriceChange? price)
    {
        if (price is not { IsChanged: true })
        {
            writer.WriteNull("price");
            return;
        }

        writer.WriteStartObject("price");
        writer.WritePropertyName("before");
        PlanJson.Write(writer, price.Before);
        writer.WritePropertyName("after");
        PlanJson.Write(writer, price.After);
        writer.WritePropertyName("difference");
        PlanJson.Write(writer, price.Difference);
        writer.WriteBoolean("aboutTheSame", price.IsAboutTheSame);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PromptChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", NameOf(change.Kind));
        writer.WriteString("area", AreaNames.KeyOf(change.Area));
        writer.WriteString("path", change.Path);
        writer.WriteString("description", change.Description);
        Write(writer, "before", change.Before);
        Write(writer, "after", change.After);
        Array(writer, "builds", change.Builds, (w, b) => w.WriteStringValue(b));
        writer.WriteBoolean("variesByBuild", change.VariesByBuild);
        Array(writer, "stages", change.Stages, (w, s) => w.WriteStringValue(s));
        Array(writer, "consequences", change.Consequences, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ChangeSide? side)
    {
        if (side is null)
        {
            writer.WriteNull(name);
            return;
        }

        LinePosition start = side.Place.Start;
        writer.WriteStartObject(name);
        writer.WriteString("path", side.Path);
        writer.WriteString("value", side.Value);
        writer.WriteString("file", side.Place.Source.Path);
        writer.WriteNumber("line", start.Line + 1);
        writer.WriteNumber("column", ColumnOf(side.Place));
        writer.WriteEndObject();
    }

    /// <summary>The column in Unicode characters, counted from one.</summary>
    private static int ColumnOf(SourceSpan place)
    {
        int start = place.Span.Start;
        ReadOnlySpan<char> before = place.Source.AsSpan(TextSpan.FromBounds(start - place.Start.Column, start));
        int column = 1;
        foreach (Rune _ in before.EnumerateRunes())
        {
            column++;
        }

        return column;
    }

    private static void Write(Utf8JsonWriter writer, StageDifference stage)
    {
        writer.WriteStartObject();
        writer.WriteString("build", stage.Build);
        writer.WriteString("stage", stage.Stage);
        writer.WriteString("kind", NameOf(stage.Kind));
        Array(writer, "text", stage.Text, Write);
        Array(writer, "request", stage.Request, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TextSegment segment)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", segment.Kind.ToString().ToLowerInvariant());
        writer.WriteString("text", segment.Text);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RequestDifference field)
    {
        writer.WriteStartObject();
        writer.WriteString("name", field.Name);
        writer.WriteString("before", field.Before);
        writer.WriteString("after", field.After);
        writer.WriteEndObject();
    }

    private static void Array<T>(
        Utf8JsonWriter writer,
        string name,
        ImmutableArray<T> items,
        Action<Utf8JsonWriter, T> write
    )
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static string NameOf(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
