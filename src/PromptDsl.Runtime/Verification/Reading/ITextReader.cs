using System.Collections.Immutable;
using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>Looks for lettering in pictures; several may be read at once.</summary>
public interface ITextReader
{
    /// <summary>Looks for texts.</summary>
    /// <param name="picture">The pixels.</param>
    /// <param name="texts">The texts as they are declared.</param>
    /// <returns>What came of each text, in their order.</returns>
    Task<ImmutableArray<TextFinding>> FindAsync(
        Raster picture,
        ImmutableArray<string> texts,
        CancellationToken cancellationToken
    );
}
