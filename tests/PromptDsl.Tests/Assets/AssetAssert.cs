using PromptDsl.Assets;

namespace PromptDsl.Tests.Assets;

internal static class AssetAssert
{
    public static AssetFacts Read(byte[] bytes) => AssetReader.Read(new MemoryStream(bytes), bytes.Length);
}
