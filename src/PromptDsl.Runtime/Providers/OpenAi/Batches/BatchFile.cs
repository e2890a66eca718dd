using System.Security.Cryptography;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>The input file of a batch, one request a line; it lives as long as this.</summary>
internal sealed class BatchFile : IDisposable
{
    /// <summary>The most that a batch takes, in bytes.</summary>
    public const long MaxLength = 200_000_000;

    /// <summary>The most requests that a batch takes.</summary>
    public const int MaxRequests = 50_000;

    private BatchFile(InputFile file) => File = file;

    public InputFile File { get; }

    /// <summary>Writes the file; it is never held in memory.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static BatchFile Create(IEnumerable<BatchLine> lines)
    {
        string path = Path.GetTempFileName();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = 0;
        using (FileStream file = System.IO.File.Create(path))
        {
            foreach (BatchLine line in lines)
            {
                byte[] bytes = line.ToBytes();
                hash.AppendData(bytes);
                file.Write(bytes);
                length += bytes.Length;
            }
        }

        string sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new BatchFile(new InputFile(path, "batch.jsonl", "application/jsonl", sha256, length));
    }

    public void Dispose() => System.IO.File.Delete(File.Path);
}
