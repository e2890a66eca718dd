using System.IO.Compression;
using System.Text;
using Xunit;

namespace PromptDsl.Pictures.Tests.C2pa;

/// <summary>Files that the reference implementation of C2PA signed; Signed/README.md says how.</summary>
public class SignedPictureTests
{
    private const string SourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private static readonly ProvenanceAction[] Created =
    [
        new("c2pa.created", "sample-image 2.0", SourceType),
        new("c2pa.converted", null, null),
    ];

    public static TheoryData<string> Names =>
        ["created.png", "compressed.png", "created.gif", "lossy.webp", "lossless.webp", "claim-v1.jpg", "edited.jpg"];

    [Theory]
    [InlineData("created.png")]
    [InlineData("compressed.png")]
    [InlineData("created.gif")]
    [InlineData("lossy.webp")]
    [InlineData("lossless.webp")]
    public void The_second_version_of_claims(string name) =>
        AssertSays(Read(name), "Sample Image Service", "2.2.0", Created);

    [Fact]
    public void The_first_version_of_claims() =>
        AssertSays(
            Read("claim-v1.jpg"),
            "Sample Image Service",
            "2.2.0",
            new ProvenanceAction("c2pa.created", "sample-image 1.0", SourceType)
        );

    [Fact]
    public void Of_two_manifests_the_later_speaks() =>
        AssertSays(
            Read("edited.jpg"),
            "Sample Editor",
            null,
            new("c2pa.opened", null, null),
            new("c2pa.edited", "retoucher", null)
        );

    [Fact]
    public void A_manifest_in_several_segments()
    {
        byte[] file = ReadLong();
        Assert.Equal(3, SegmentsOf(file).Count);
        AssertSays(file, "Sample Image Service", "2.2.0", Created[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_segment_that_is_missing(int missing)
    {
        byte[] file = ReadLong();
        (int start, int end) = SegmentsOf(file)[missing];
        var provenance = Provenance.Read([.. file[..start], .. file[end..]]);
        Assert.Equal(new Provenance { IsPresent = true, Problem = "its boxes end early" }, provenance);
    }

    [Fact]
    public void Bytes_may_fill_the_space_before_a_segment()
    {
        byte[] file = Read("claim-v1.jpg");
        int segment = SegmentsOf(file)[0].Start;
        Assert.Equal("2.2.0", Provenance.Read([.. file[..segment], 0xFF, 0xFF, .. file[segment..]]).GeneratorVersion);
    }

    [Theory]
    [InlineData("created.png", PictureFormat.Png)]
    [InlineData("claim-v1.jpg", PictureFormat.Jpeg)]
    [InlineData("lossy.webp", PictureFormat.WebP)]
    public void A_picture_that_is_written_anew_has_lost_it(string name, PictureFormat format)
    {
        byte[] file = PictureEncoder.Encode(PictureDecoder.Decode(Read(name)), format);
        Assert.Equal(new Provenance(), Provenance.Read(file));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_that_ends_early(string name)
    {
        byte[] file = Read(name);
        string? generator = Provenance.Read(file).Generator;
        for (int length = 0; length < file.Length; length++)
        {
            var cut = Provenance.Read(file.AsSpan(0, length));
            Assert.True(cut.Generator == generator || cut.Generator is null, name);
            Assert.Equal(cut.IsPresent, cut.Generator is not null || cut.Problem is not null);
        }
    }

    // PNG is left out: the checksum of the chunk shows such damage.
    [Theory]
    [InlineData("created.gif")]
    [InlineData("lossy.webp")]
    [InlineData("claim-v1.jpg")]
    [InlineData("edited.jpg")]
    public void Boxes_that_state_a_wrong_length(string name)
    {
        byte[] file = Read(name);
        int[] boxes = [.. new[] { "jumb", "jumd", "cbor" }.SelectMany(type => PlacesOf(file, type)).Select(p => p - 4)];
        Assert.True(boxes.Length > 10);
        foreach (int box in boxes)
        {
            foreach (byte[] length in new byte[][] { [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 7], [255, 255, 255, 255] })
            {
                byte[] damaged = [.. file[..box], .. length, .. file[(box + 4)..]];
                Assert.True(Provenance.Read(damaged).IsPresent);
            }
        }
    }

    [Fact]
    public void What_is_compressed_may_be_no_manifest()
    {
        byte[] manifest = Compress(ManifestFile.Superbox("urn:new"));
        (byte[] Compressed, string Problem)[] cases =
        [
            (manifest, "it has no claim"),
            (manifest[..^4], "its boxes end early"),
            ([0xFF, .. manifest], "its manifest cannot be decompressed"),
            (Compress(new byte[17 << 20]), "its compressed manifest is too large"),
            (Compress(ManifestFile.Superbox("urn:other")), "its compressed manifest has another name"),
        ];
        Assert.All(
            cases,
            c =>
            {
                byte[] box = ManifestFile.Superbox("urn:new", ManifestFile.Box("brob", c.Compressed));
                byte[] store = ManifestFile.Superbox("c2pa", box);
                Assert.Equal(c.Problem, Provenance.Read(ManifestFile.InPng(store)).Problem);
            }
        );
    }

    private static byte[] Compress(byte[] manifest)
    {
        using var content = new MemoryStream();
        using (var brotli = new BrotliStream(content, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(manifest);
        }

        return content.ToArray();
    }

    private static byte[] Read(string name) => Fixture.Read(name + ".signed");

    private static byte[] ReadLong()
    {
        using var stream = new GZipStream(new MemoryStream(Read("long.jpg.gz")), CompressionMode.Decompress);
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return file.ToArray();
    }

    private static void AssertSays(byte[] file, string generator, string? version, params ProvenanceAction[] actions)
    {
        var provenance = Provenance.Read(file);
        Assert.Null(provenance.Problem);
        Assert.Equal(
            (true, generator, version),
            (provenance.IsPresent, provenance.Generator, provenance.GeneratorVersion)
        );
        Assert.Equal(actions, provenance.Actions);
    }

    private static List<(int Start, int End)> SegmentsOf(byte[] file)
    {
        var segments = new List<(int, int)>();
        for (int at = 2; file[at + 1] != 0xDA; )
        {
            int end = at + 2 + (file[at + 2] << 8) + file[at + 3];
            if (file[at + 1] == 0xEB)
            {
                segments.Add((at, end));
            }

            at = end;
        }

        return segments;
    }

    private static IEnumerable<int> PlacesOf(byte[] file, string type)
    {
        byte[] wanted = Encoding.ASCII.GetBytes(type);
        return Enumerable.Range(0, file.Length - 4).Where(i => file.AsSpan(i).StartsWith(wanted));
    }
}
