using System.Text.Json.Serialization;

namespace PromptDsl.Runtime.Caching;

/// <summary>Reads and writes manifests without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(CacheManifest))]
internal sealed partial class CacheJsonContext : JsonSerializerContext;
