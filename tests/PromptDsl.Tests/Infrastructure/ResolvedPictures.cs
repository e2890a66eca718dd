using PromptDsl.Assets;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>Takes the files of a resolver for pictures.</summary>
internal sealed class ResolvedPictures(ISourceResolver files) : IAssetInspector
{
    public AssetFacts? Inspect(string path) =>
        files.Resolve(path).Source is { } text
            ? AssetReader.Read(new MemoryStream([.. text.ToBytes()]), text.ToBytes().Length)
            : null;
}
