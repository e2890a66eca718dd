using System.Collections.Immutable;
using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>Reads lettering in pictures; several may be read at once.</summary>
public interface ITextReader
{
    /// <summary>Reads everything that can be read.</summary>
    /// <param name="picture">The pixels.</param>
    /// <param name="languages">The languages by the codes of ISO 639-2, such as <c>eng</c> and <c>kor</c>.</param>
    Task<TextReading> ReadAsync(Raster picture, ImmutableArray<string> languages, CancellationToken cancellationToken);
}
