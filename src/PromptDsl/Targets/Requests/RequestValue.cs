using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>The value of a field of a request.</summary>
public abstract record RequestValue
{
    private RequestValue() { }

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : RequestValue;

    /// <summary>A whole number.</summary>
    public sealed record Number(int Value) : RequestValue;

    /// <summary>True or false.</summary>
    public sealed record Flag(bool Value) : RequestValue;

    /// <summary>A picture that is sent inside JSON, as a data URL of bytes known only at run time.</summary>
    public sealed record Image(InputSource Source) : RequestValue;

    /// <summary>A JSON array.</summary>
    public sealed record List(ImmutableArray<RequestValue> Items) : RequestValue;

    /// <summary>A JSON object.</summary>
    public sealed record Group(ImmutableArray<RequestField> Fields) : RequestValue;
}
