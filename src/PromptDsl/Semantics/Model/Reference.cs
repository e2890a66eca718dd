using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>An input picture that the file declares: role, take, ignore, part, strength, optional.</summary>
public sealed record Reference(string Name, ImageValue Image, FieldSet Fields, SourceSpan Place)
{
    /// <summary>What it is used for; empty when it is not said.</summary>
    public ImmutableArray<string> Roles => [.. Fields.Items("role").OfType<WordValue>().Select(w => w.Word)];
}
