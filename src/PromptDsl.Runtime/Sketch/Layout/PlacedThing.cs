using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch.Layout;

/// <summary>A thing and where it is drawn.</summary>
/// <param name="Alignment">Where lettering begins: −1 at the left, 0 in the middle, 1 at the right.</param>
internal sealed record PlacedThing(Thing Thing, Box Box, int Alignment);
