using System.Text.Json.Serialization;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Json;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Events;

/// <summary>Writes events without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [
        typeof(SecondsConverter),
        typeof(KebabEnumConverter<CheckStatus>),
        typeof(KebabEnumConverter<FailureKind>),
        typeof(KebabEnumConverter<NodeStatus>),
        typeof(KebabEnumConverter<ReuseSource>),
        typeof(KebabEnumConverter<RunFailureKind>),
        typeof(KebabEnumConverter<RunStatus>),
        typeof(KebabEnumConverter<WaitReason>),
    ]
)]
[JsonSerializable(typeof(RunEvent))]
internal sealed partial class RunEventJsonContext : JsonSerializerContext;
