using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Cli.Configuration.Yaml;

/// <summary>A value in a YAML file and where it stands.</summary>
internal abstract record YamlNode(SourceSpan Place)
{
    /// <summary>What it is called in a message.</summary>
    public abstract string Kind { get; }
}

internal sealed record YamlScalar(string Value, SourceSpan Place) : YamlNode(Place)
{
    public override string Kind => "a single value";
}

internal sealed record YamlSequence(ImmutableArray<YamlNode> Items, SourceSpan Place) : YamlNode(Place)
{
    public override string Kind => "a list";
}

internal sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceSpan Place) : YamlNode(Place)
{
    public override string Kind => "a mapping";
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
