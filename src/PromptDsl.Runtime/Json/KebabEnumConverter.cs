using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptDsl.Runtime.Json;

/// <summary>Writes a word of an enumeration as <c>kebab-case</c>.</summary>
internal sealed class KebabEnumConverter<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
