using System.Text.Json.Serialization;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Json;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Runs;

/// <summary>Reads and writes journals without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(KebabEnumConverter<CheckStatus>),
        typeof(KebabEnumConverter<FailureKind>),
        typeof(KebabEnumConverter<NodeStatus>),
        typeof(KebabEnumConverter<ReuseSource>),
        typeof(KebabEnumConverter<RunFailureKind>),
        typeof(KebabEnumConverter<RunStatus>),
    ]
)]
[JsonSerializable(typeof(JournalRecord))]
[JsonSerializable(typeof(RunPlan))]
internal sealed partial class JournalJsonContext : JsonSerializerContext;
