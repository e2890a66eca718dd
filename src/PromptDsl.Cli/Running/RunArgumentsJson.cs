using System.Text.Json.Serialization;

namespace PromptDsl.Cli.Running;

/// <summary>Reads and writes command lines without reflection.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class RunArgumentsJson : JsonSerializerContext;
