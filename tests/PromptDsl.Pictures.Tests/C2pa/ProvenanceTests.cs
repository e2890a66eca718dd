using Xunit;
using static PromptDsl.Pictures.Tests.C2pa.ManifestFile;

namespace PromptDsl.Pictures.Tests.C2pa;

public class ProvenanceTests
{
    public static TheoryData<string, byte[]> Carriers =>
        new()
        {
            { "PNG", InPng(Store) },
            { "JPEG in one segment", InJpeg(Store, 60_000) },
            { "JPEG in many segments", InJpeg(Store, 100) },
            { "WebP", InWebP(Store) },
            { "GIF", InGif(Store) },
        };

    [Theory]
    [MemberData(nameof(Carriers))]
    public void Every_format_carries_it(string name, byte[] file)
    {
        Provenance provenance = Provenance.Read(file);
        Assert.True(provenance.IsPresent, name);
        Assert.Null(provenance.Problem);
        Assert.Equal("OpenAI Media Service API", provenance.Generator);
        Assert.Equal("2.2.0", provenance.GeneratorVersion);
        Assert.Equal(
            [
                new("c2pa.created", "gpt-image 2.0", "http://example.org/trainedAlgorithmicMedia"),
                new("c2pa.converted", null, null),
            ],
            provenance.Actions
        );
    }

    [Fact]
    public void The_first_version_of_claims()
    {
        byte[] info = List(Map(("name", Text("maker")), ("version", Text("1"))));
        byte[] action = Map(
            ("actions", List(Map(("action", Text("c2pa.opened")), ("softwareAgent", Text("an editor")))))
        );
        Provenance provenance = Provenance.Read(
            InPng(
                StoreOf("c2pa.claim", Map(("claim_generator", Text("maker/1")), ("claim_generator_info", info)), action)
            )
        );
        Assert.Equal(("maker", "1"), (provenance.Generator, provenance.GeneratorVersion));
        Assert.Equal([new("c2pa.opened", "an editor", null)], provenance.Actions);
        provenance = Provenance.Read(InPng(StoreOf("c2pa.claim", Map(("claim_generator", Text("maker/1"))))));
        Assert.Equal(("maker/1", null), (provenance.Generator, provenance.GeneratorVersion));
    }

    [Fact]
    public void Values_without_stated_length()
    {
        // {_ "claim_generator": (_ "ma", "ker")}
        byte[] claim = [0xBF, .. Text("claim_generator"), 0x7F, .. Text("ma"), .. Text("ker"), 0xFF, 0xFF];
        Assert.Equal("maker", Provenance.Read(InPng(StoreOf("c2pa.claim", claim))).Generator);
    }

    [Fact]
    public void Files_without_it()
    {
        var raster = new Raster(2, 2);
        byte[][] files =
        [
            PngEncoder.Encode(raster),
            JpegEncoder.Encode(raster),
            WebPEncoder.Encode(raster),
            InGif([])[..^20],
            "<svg/>"u8.ToArray(),
            [],
        ];
        Assert.All(files, f => Assert.Equal(new Provenance(), Provenance.Read(f)));
    }

    [Fact]
    public void What_cannot_be_read_is_present_all_the_same()
    {
        (byte[] Store, string Problem)[] cases =
        [
            ([], "it has no manifest"),
            (Store[..^1], "its boxes end early"),
            (Superbox("c2pa"), "it has no manifest"),
            (Superbox("c2pa", Superbox("urn:new")), "it has no claim"),
            (Box("jumb", Box("cbor", [])), "a box has no description"),
            (StoreOf("c2pa.claim", [0xA1]), "its values end early"),
            (StoreOf("c2pa.claim", [0xFC]), "a value of it is damaged"),
            (StoreOf("c2pa.claim", [0x7F, 0x41, 0, 0xFF]), "a string of it is damaged"),
            (StoreOf("c2pa.claim", [0x9B, 255, 255, 255, 255, 255, 255, 255, 255]), "its values end early"),
            (
                StoreOf("c2pa.claim", [.. Enumerable.Repeat((byte)0x81, 50_000)]),
                "its values are nested too deeply or too many"
            ),
            (StoreOf("c2pa.claim", [0x9F, .. new byte[200_000]]), "its values are nested too deeply or too many"),
            (Nested(1000), "its boxes are nested too deeply"),
        ];
        Assert.All(
            cases,
            c => Assert.Equal(new Provenance { IsPresent = true, Problem = c.Problem }, Provenance.Read(InPng(c.Store)))
        );
    }

    [Fact]
    public void Two_stores_are_none()
    {
        var chunk = new KeyValuePair<string, byte[]>("caBX", Store);
        Provenance provenance = Provenance.Read(PngEncoder.Encode(new Raster(1, 1), chunk, chunk));
        Assert.Equal((true, "the file has more than one store"), (provenance.IsPresent, provenance.Problem));
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public void Damage_does_no_harm(string name, byte[] file)
    {
        for (int i = 0; i < file.Length; i++)
        {
            Provenance cut = Provenance.Read(file.AsSpan(0, i));
            Assert.True(cut.IsPresent || cut.Generator is null, name);
            file[i] ^= 0xFF;
            Provenance changed = Provenance.Read(file);
            Assert.True(changed.IsPresent || changed.Problem is null, name);
            file[i] ^= 0xFF;
        }
    }

    private static byte[] Nested(int depth)
    {
        byte[] box = [];
        for (int i = 0; i < depth; i++)
        {
            box = Superbox("c2pa", box);
        }

        return box;
    }
}
