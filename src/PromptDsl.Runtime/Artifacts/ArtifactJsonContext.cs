using System.Text.Json.Serialization;
using PromptDsl.Runtime.Json;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Artifacts;

/// <summary>Reads and writes records of pictures without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(KebabEnumConverter<CheckStatus>)],
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ArtifactRecord))]
internal sealed partial class ArtifactJsonContext : JsonSerializerContext;
