using System.Collections.Immutable;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Lettering;

/// <summary>The copy of a stage.</summary>
internal static class LetteredTexts
{
    extension(StageContext context)
    {
        /// <summary>Everything that is lettered: texts, labels of callouts, strings of tables.</summary>
        public ImmutableArray<Passage> Copy => [.. context.Passages.Where(p => p.Role == PassageRole.Copy)];

        /// <summary>The texts with the passages of their copy.</summary>
        public IEnumerable<(TextThing Text, Passage Copy)> Texts =>
            context
                .Passages.Where(p => p is { Role: PassageRole.Copy, Kind: "text" })
                .Select(p => ((TextThing)p.Scope.Thing!, p));
    }
}
