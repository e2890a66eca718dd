using System.Collections.Immutable;

namespace PromptDsl.Pictures.C2pa;

/// <summary>Reads the active manifest of a store, C2PA 2.2 chapters 10, 11 and 18.</summary>
internal static class ManifestReader
{
    public static Provenance Read(ReadOnlySpan<byte> store)
    {
        JumbfBox? root = JumbfBox.ReadAll(store).FirstOrDefault(b => b.Label == "c2pa");

        // 11.1.4.1: the last manifest is the active one.
        JumbfBox manifest = root?.Children.LastOrDefault(b => b.Label.Length > 0) is { } active
            ? CompressedManifest.Unfold(active)
            : throw new PictureFormatException("it has no manifest");
        JumbfBox claimBox =
            manifest.Child("c2pa.claim.v2")
            ?? manifest.Child("c2pa.claim")
            ?? throw new PictureFormatException("it has no claim");

        CborValue claim = Content(claimBox);
        CborValue info = claim["claim_generator_info"];

        // In the first version of claims it is a list, and a name stands beside it.
        CborValue generator = info.Items.IsEmpty ? info : info.Items[0];
        return new Provenance
        {
            IsPresent = true,
            Generator = generator["name"].Text ?? claim["claim_generator"].Text,
            GeneratorVersion = generator["version"].Text,
            Actions = ReadActions(manifest),
        };
    }

    private static ImmutableArray<ProvenanceAction> ReadActions(JumbfBox manifest) =>
        [
            .. (manifest.Child("c2pa.assertions")?.Children ?? [])
                .Where(a => a.Label.StartsWith("c2pa.actions", StringComparison.Ordinal))
                .SelectMany(a => Content(a)["actions"].Items)
                .Where(a => a["action"].Text is not null)
                .Select(a => new ProvenanceAction(
                    a["action"].Text!,
                    Agent(a["softwareAgent"]),
                    a["digitalSourceType"].Text
                )),
        ];

    // Words in the first version, a map in the second.
    private static string? Agent(CborValue agent) =>
        agent.Text
        ?? (agent["version"].Text is { } version ? $"{agent["name"].Text} {version}".Trim() : agent["name"].Text);

    private static CborValue Content(JumbfBox box) =>
        box.Children.FirstOrDefault(c => c.Type == "cbor") is { } content
            ? CborReader.Read(content.Data)
            : throw new PictureFormatException($"its box {box.Label} has no content");
}
