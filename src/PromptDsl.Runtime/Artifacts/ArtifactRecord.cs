using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PromptDsl.Planning;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Artifacts;

/// <summary>How a picture came about; it stands beside it, with <c>.json</c> after the name.</summary>
public sealed record ArtifactRecord
{
    /// <summary>The version of the form; it changes when a field changes its meaning.</summary>
    public const int CurrentSchema = 1;

    private static readonly JsonTypeInfo<ArtifactRecord> Form = new ArtifactJsonContext(
        // The text goes to a file, not into HTML: Korean and quotes stay readable.
        new JsonSerializerOptions(ArtifactJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    ).ArtifactRecord;

    public required int Schema { get; init; }

    /// <summary>The run that wrote the picture.</summary>
    public required string RunId { get; init; }

    /// <summary>The version of promptc.</summary>
    public required string Tool { get; init; }

    public required PlanKey Node { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Variant { get; init; }

    /// <summary>The hash of the bytes of the picture, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The length of the picture in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The source file, its hash and its revision.</summary>
    public required RunFile Source { get; init; }

    public required string Provider { get; init; }

    /// <summary>Where the request went, without credentials.</summary>
    public required string Endpoint { get; init; }

    public required string Model { get; init; }

    /// <summary>The text that was sent.</summary>
    public required string Prompt { get; init; }

    /// <summary>Which lines of the sources each part of the prompt comes from, in order and without a gap.</summary>
    public ImmutableArray<PromptPart> PromptMap { get; init; } = [];

    /// <summary>The prompt as the conversing model rewrote it.</summary>
    public string? RevisedPrompt { get; init; }

    /// <summary>The request, with files and stages by name.</summary>
    public required JsonElement Request { get; init; }

    /// <summary>The SHA-256 of everything that was sent, by which the picture is cached.</summary>
    public required string RequestSha256 { get; init; }

    /// <summary>The pictures that were sent, the mask last.</summary>
    public required ImmutableArray<ArtifactInput> Inputs { get; init; }

    /// <summary>Whether the picture was there before the run.</summary>
    public required bool IsReused { get; init; }

    /// <summary>The tokens that the response counted for all pictures of the request.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>What the request cost for all its pictures, as far as it is known.</summary>
    public required PriceRange Cost { get; init; }

    /// <summary>The id that the server gave the exchange.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id of the response, which a conversation can go on from.</summary>
    public string? ResponseId { get; init; }

    public required ImmutableArray<CheckResult> Checks { get; init; }

    /// <summary>The record of a picture; null when there is none that can be read.</summary>
    public static async Task<ArtifactRecord?> ReadAsync(string picture)
    {
        try
        {
            await using FileStream stream = File.OpenRead(PathOf(picture));
            ArtifactRecord? record = await JsonSerializer.DeserializeAsync(stream, Form);
            return record?.Schema == CurrentSchema ? record : null;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string PathOf(string picture) => picture + ".json";

    /// <summary>Whether the bytes of a file are those that the record is about.</summary>
    internal async Task<bool> IsOfAsync(string picture) =>
        await DurableFile.HashAsync(picture, CancellationToken.None) == Sha256;

    internal Task WriteAsync(
        string picture,
        CancellationToken cancellationToken,
        string? writer = null,
        bool isFlushed = true
    ) =>
        DurableFile.WriteAsync(
            PathOf(picture),
            JsonSerializer.SerializeToUtf8Bytes(this, Form),
            cancellationToken,
            writer,
            isFlushed
        );
}
