using System.Text;
using PromptDsl.Tests.Infrastructure.Pictures;

namespace PromptDsl.Pictures.Tests.C2pa;

/// <summary>Writes manifest stores and the files that carry them.</summary>
internal static class ManifestFile
{
    /// <summary>A store as image models write it: a second claim version with three actions.</summary>
    public static byte[] Store { get; } =
        StoreOf(
            "c2pa.claim.v2",
            Map(("claim_generator_info", Map(("name", Text("OpenAI Media Service API")), ("version", Text("2.2.0"))))),
            Map(
                (
                    "actions",
                    List(
                        Map(
                            ("action", Text("c2pa.created")),
                            ("softwareAgent", Map(("name", Text("gpt-image")), ("version", Text("2.0")))),
                            ("digitalSourceType", Text("http://example.org/trainedAlgorithmicMedia"))
                        ),
                        Map(("action", Text("c2pa.converted")), ("when", [0xC0, .. Text("2026-10-01")])),
                        Map(("softwareAgent", Text("without action")))
                    )
                )
            )
        );

    /// <summary>A store with one manifest before the active one.</summary>
    public static byte[] StoreOf(string claimLabel, byte[] claim, params byte[][] actions) =>
        Superbox(
            "c2pa",
            Superbox("urn:old", Superbox("c2pa.claim", Box("cbor", Map(("claim_generator", Text("old")))))),
            Superbox(
                "urn:new",
                Superbox(
                    "c2pa.assertions",
                    [
                        Superbox("c2pa.hash.data", Box("cbor", Map())),
                        .. actions.Select(a => Superbox("c2pa.actions.v2", Box("cbor", a))),
                    ]
                ),
                Superbox(claimLabel, Box("cbor", claim)),
                Superbox("c2pa.signature", Box("cbor", List()))
            )
        );

    public static byte[] Box(string type, byte[] content) =>
        new ByteWriter().BigEndian32((uint)content.Length + 8).Text(type).Add(content).ToArray();

    public static byte[] Superbox(string label, params byte[][] children) =>
        Box(
            "jumb",
            [
                .. Box("jumd", [.. "c2pa"u8, .. new byte[12], 3, .. Encoding.UTF8.GetBytes(label), 0]),
                .. children.SelectMany(c => c),
            ]
        );

    public static byte[] Text(string text) =>
        [.. Head(3, Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    public static byte[] List(params byte[][] items) => [.. Head(4, items.Length), .. items.SelectMany(i => i)];

    public static byte[] Map(params (string Key, byte[] Value)[] fields) =>
        [.. Head(5, fields.Length), .. fields.SelectMany(f => Text(f.Key).Concat(f.Value))];

    public static byte[] InPng(byte[] store) =>
        PngEncoder.Encode(new Raster(2, 2), new KeyValuePair<string, byte[]>("caBX", store));

    /// <summary>A JPEG whose store stands in segments of so many bytes, the last one first.</summary>
    public static byte[] InJpeg(byte[] store, int part)
    {
        byte[] picture = JpegEncoder.Encode(new Raster(2, 2));
        IEnumerable<byte[]> segments = store[8..]
            .Chunk(part)
            .Select((p, i) => Segment([.. "JP"u8, 2, 11, 0, 0, 0, (byte)(i + 1), .. store[..8], .. p]));
        byte[] other = Segment([.. "JP"u8, 9, 9, 0, 0, 0, 1, .. new byte[40]]);
        return [.. picture[..2], .. other, .. segments.Reverse().SelectMany(s => s), .. picture[2..]];
    }

    public static byte[] InWebP(byte[] store)
    {
        byte[] picture = WebPEncoder.Encode(new Raster(2, 2));
        return WebPFile.Container(picture[12..], WebPFile.Chunk("C2PA", store));
    }

    /// <summary>A GIF with a colour table, another extension, a picture, and the store behind them.</summary>
    public static byte[] InGif(byte[] store) =>
        [
            .. "GIF89a"u8,
            .. (byte[])[1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
            .. (byte[])[0x21, 0xF9, 4, 0, 0, 0, 0, 0],
            .. (byte[])[0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0],
            .. (byte[])[0x21, 0xFF, 11],
            .. "C2PA_GIF\x01\0\0"u8,
            .. store.Chunk(255).SelectMany(b => b.Prepend((byte)b.Length)),
            .. (byte[])[0, 0x3B],
        ];

    private static byte[] Segment(byte[] data)
    {
        int length = data.Length + 2;
        return [0xFF, 0xEB, (byte)(length >> 8), (byte)length, .. data];
    }

    private static byte[] Head(int type, int count) =>
        count < 24 ? [(byte)((type << 5) | count)] : [(byte)((type << 5) | 24), (byte)count];
}
