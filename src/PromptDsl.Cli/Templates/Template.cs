namespace PromptDsl.Cli.Templates;

/// <summary>A file to begin with.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Description">What it makes, in one line.</param>
/// <param name="Example">The file under <c>examples/</c> that it is.</param>
internal sealed record Template(string Name, string Description, string Example)
{
    public byte[] Read()
    {
        using Stream stream = typeof(Template).Assembly.GetManifestResourceStream($"Examples/{Example}")!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
