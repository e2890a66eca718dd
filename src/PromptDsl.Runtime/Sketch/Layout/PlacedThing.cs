using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch.Layout;

/// <summary>A thing and where it is drawn.</summary>
/// <param name="Alignment">As in <see cref="Spot"/>.</param>
internal sealed record PlacedThing(Thing Thing, Box Box, int Alignment);
