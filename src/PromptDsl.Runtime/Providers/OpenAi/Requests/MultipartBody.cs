using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Requests;

/// <summary>
/// Puts a request into a multipart body. Names are quoted, as browsers and curl do: servers that split
/// the header by hand know no other form.
/// </summary>
internal sealed class MultipartBody
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<BodyPiece>.Builder _pieces = ImmutableArray.CreateBuilder<BodyPiece>();
    private readonly string _boundary;

    private MultipartBody(string boundary) => _boundary = boundary;

    public static RequestBody Create(ProviderRequest request)
    {
        ImageRequest described = request.Request;
        IEnumerable<(string Name, InputFile File)> files = described.Inputs.Select(i => i.Name).Zip(request.Inputs);
        if (described.Mask is { } mask)
        {
            files = files.Append((mask.Name, request.Mask!));
        }

        return Create([.. described.Fields.Select(f => (f.Name, TextOf(f.Value)))], [.. files]);
    }

    public static RequestBody Create(
        ImmutableArray<(string Name, string Value)> fields,
        ImmutableArray<(string Name, InputFile File)> files
    )
    {
        var body = new MultipartBody(BoundaryFor(fields, files));
        foreach ((string name, string value) in fields)
        {
            body.AddField(name, value);
        }

        foreach ((string name, InputFile file) in files)
        {
            body.AddFile(name, file);
        }

        body._text.Append("--").Append(body._boundary).Append("--\r\n");
        body.TakeText();
        return new RequestBody($"multipart/form-data; boundary={body._boundary}", body._pieces.ToImmutable());
    }

    // The hash of everything between the boundaries: the same request has the same bytes, and no content
    // can hold its own hash.
    private static string BoundaryFor(
        ImmutableArray<(string Name, string Value)> fields,
        ImmutableArray<(string Name, InputFile File)> files
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            string text in fields
                .SelectMany(f => new[] { f.Name, f.Value })
                .Concat(files.SelectMany(f => new[] { f.Name, f.File.FileName, f.File.ContentType, f.File.Sha256 }))
        )
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData([0]);
        }

        return "promptc-" + Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    private void AddField(string name, string value)
    {
        AddHeader(name);
        _text.Append("\r\n\r\n").Append(value).Append("\r\n");
    }

    private void AddFile(string name, InputFile file)
    {
        AddHeader(name);
        _text.Append("; filename=\"").Append(Escape(file.FileName)).Append("\"\r\n");
        _text.Append("Content-Type: ").Append(file.ContentType).Append("\r\n\r\n");
        TakeText();
        _pieces.Add(new BodyPiece.OfFile(file, InBase64: false));
        _text.Append("\r\n");
    }

    private void AddHeader(string name)
    {
        _text.Append("--").Append(_boundary).Append("\r\n");
        _text.Append("Content-Disposition: form-data; name=\"").Append(Escape(name)).Append('"');
    }

    // As the HTML standard has it for form data.
    private static string Escape(string text) =>
        text.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string TextOf(RequestValue value) =>
        value switch
        {
            RequestValue.Text text => text.Value,
            RequestValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
            RequestValue.Flag flag => flag.Value ? "true" : "false",
            _ => throw new ArgumentException("A multipart field is a text, a number or a flag.", nameof(value)),
        };

    private void TakeText()
    {
        _pieces.Add(new BodyPiece.Known(Encoding.UTF8.GetBytes(_text.ToString())));
        _text.Clear();
    }
}
