using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>A style that is blended with others.</summary>
/// <param name="Weight">Its share in percent, or null.</param>
public sealed record StyleMix(AuthoredText Style, PercentValue? Weight, SourceSpan Place);
