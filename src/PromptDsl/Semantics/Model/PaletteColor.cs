using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Model;

/// <summary>A colour of the palette: a literal or words.</summary>
/// <param name="Role"><c>primary</c>, <c>secondary</c>, <c>accent</c>, <c>background</c>, <c>text</c>, or null in a plain list.</param>
/// <param name="Color">A <see cref="ColorValue"/> or a <see cref="TextValue"/>.</param>
public sealed record PaletteColor(string? Role, BoundValue Color);
