using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using PromptDsl.Compilation;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Tests.Sketch.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch;

/// <summary>Requests of every kind, through the provider and the SDK.</summary>
public sealed class SketchProviderTests : IDisposable
{
    private const string House = "object house \"a house\" { at: left, color: #AA0011 }";

    private static readonly Rgb Blue = Rgb.FromHex(0x13579B);

    private readonly string _root = Directory.CreateTempSubdirectory("promptc-sketch-").FullName;
    private readonly SketchProvider _provider = new();

    public void Dispose()
    {
        _provider.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_new_picture_is_what_the_file_declares()
    {
        ProviderAnswer answer = await SendAsync(Stage($"details {{ {House} }}\ntechnical {{ size: 816x816 }}"));

        Raster picture = Decode(answer.Pictures.Single());
        Assert.Equal((816, 816), (picture.Width, picture.Height));
        Assert.True(Sketches.Extent(picture, "#AA0011").Width > 100);
        Assert.Equal(
            new TokenUsage
            {
                Input = 0,
                TextInput = 0,
                ImageInput = 0,
                Output = 0,
            },
            answer.Usage
        );
        Assert.StartsWith("req_", answer.RequestId, StringComparison.Ordinal);
        Assert.Equal(("sketch", false), (_provider.Name, _provider.IsPaid));
    }

    [Fact]
    public async Task Each_of_several_pictures_is_another()
    {
        ProviderAnswer answer = await SendAsync(Stage("subject: \"a lake\"\ntechnical { count: 3 }"));

        Assert.Equal(3, answer.Pictures.Select(p => p.Sha256).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Each_sending_of_a_repeated_request_is_another()
    {
        CompiledStage stage = Stage("subject: \"a lake\"\ntechnical { count: 2, via: responses }");

        ProviderAnswer first = await SendAsync(stage);
        ProviderAnswer second = await SendAsync(stage, ordinal: 1);

        Assert.NotEqual(first.Pictures.Single().Sha256, second.Pictures.Single().Sha256);
        Assert.NotEqual(first.ResponseId, second.ResponseId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("technical { moderation: low }")]
    public async Task An_edit_is_drawn_on_the_picture_in_its_body(string technical)
    {
        CompiledStage stage = Stage(
            $"{technical}\nstage a {{ subject: \"a lake\" }}\nstage b {{ change: \"add a boat\", from: a }}"
        );

        ProviderAnswer answer = await SendAsync(stage, inputs: [Sketches.Plain(320, 480, Blue)]);

        Raster picture = Decode(answer.Pictures.Single());
        Assert.Equal((320, 480), (picture.Width, picture.Height));
        Assert.Equal(Blue, Sketches.At(picture, 160, 100));
    }

    [Theory]
    [InlineData("")]
    [InlineData("moderation: low")]
    [InlineData("via: responses")]
    public async Task A_mask_is_read_from_the_body(string technical)
    {
        CompiledStage stage = Stage(
            $$"""
            reference pool "pool.png" { role: content }
            change: "a boat"
            mask: "mask.png"
            technical { size: 816x816, {{technical}} }
            """
        );

        ProviderAnswer answer = await SendAsync(
            stage,
            inputs: [Sketches.Plain(100, 100, Blue)],
            mask: new Raster(100, 100)
        );

        Raster picture = Decode(answer.Pictures.Single());
        Assert.NotEqual(Blue, Sketches.At(picture, 100, 100));
    }

    [Fact]
    public async Task A_conversation_goes_on_from_the_picture_of_its_earlier_response()
    {
        CompiledStage[] stages = Sketches.Compile(
            $$"""
            details { {{House}} }
            technical { via: responses, size: 816x816 }
            stage a
            stage b { change: "a moon", details { object moon "a moon" { right-of: house, color: #0022AA } } }
            """
        );

        ProviderAnswer first = await SendAsync(stages[0]);
        ProviderAnswer second = await SendAsync(stages[1], previous: first.ResponseId);
        ProviderAnswer unknown = await SendAsync(stages[1], previous: "resp_of_another_process");

        Box house = Sketches.Extent(Decode(first.Pictures.Single()), "#AA0011");
        Raster edited = Decode(second.Pictures.Single());
        Assert.Equal(house, Sketches.Extent(edited, "#AA0011"));
        Assert.False(Sketches.Extent(edited, "#0022AA").IsEmpty);
        Assert.NotEqual(second.Pictures[0].Sha256, unknown.Pictures[0].Sha256);
        Assert.False(Sketches.Extent(Decode(unknown.Pictures.Single()), "#AA0011").IsEmpty);
    }

    [Theory]
    [InlineData("images", false)]
    [InlineData("responses", false)]
    [InlineData("images", true)]
    public async Task Partial_pictures_come_first_and_coarse(string via, bool isEdit)
    {
        string technical = $"technical {{ size: 816x816, partial-images: 2, via: {via} }}";
        CompiledStage stage = Stage(
            isEdit
                ? $"{technical}\nreference pool \"pool.png\" {{ role: content }}\nchange: \"a boat\""
                : $"{technical}\ndetails {{ {House} }}"
        );
        List<PartialPicture> partials = [];

        ProviderAnswer answer = await SendAsync(
            stage,
            inputs: isEdit ? [Decode(await PictureAsync())] : [],
            onPartial: partials.Add
        );

        Assert.Equal([0, 1], partials.Select(p => p.Index));
        Raster last = Decode(answer.Pictures.Single());
        int[] colours =
        [
            .. partials.Select(p => Colours(PictureDecoder.Decode(File.ReadAllBytes(p.Path)))),
            Colours(last),
        ];
        Assert.True(colours[0] < colours[1]);
        Assert.Equal((816, 816), (last.Width, last.Height));
    }

    [Theory]
    [InlineData("png", true)]
    [InlineData("webp", true)]
    [InlineData("jpeg", false)]
    public async Task A_picture_has_the_format_that_is_asked_for(string format, bool isExact)
    {
        CompiledStage stage = Stage($"details {{ {House} }}\ntechnical {{ size: 816x816, format: {format} }}");

        ProviderAnswer answer = await SendAsync(stage);

        byte[] file = File.ReadAllBytes(answer.Pictures.Single().Path);
        Assert.Equal(
            format,
            file switch
            {
                [0x89, (byte)'P', ..] => "png",
                [0xFF, 0xD8, ..] => "jpeg",
                [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "webp",
                _ => "unknown",
            }
        );
        Rgb house = Sketches.At(PictureDecoder.Decode(file), 60, 300);
        int tolerance = isExact ? 0 : 8;
        Assert.InRange(house.R, 0xAA - tolerance, 0xAA + tolerance);
        Assert.InRange(house.G, 0x00, 0x00 + tolerance);
        Assert.InRange(house.B, 0x11 - tolerance, 0x11 + tolerance);
    }

    [Fact]
    public async Task A_transparent_ground_reaches_the_file()
    {
        CompiledStage stage = Stage(
            $"details {{ {House} }}\ntechnical {{ model: \"gpt-image-2.5-flare\", background: transparent, size: 816x816 }}"
        );

        Raster picture = Decode((await SendAsync(stage)).Pictures.Single());

        Assert.Equal(0, Sketches.AlphaAt(picture, 1, 1));
        Assert.Equal(byte.MaxValue, Sketches.AlphaAt(picture, 100, 300));
    }

    [Fact]
    public async Task A_format_that_is_not_drawn_is_refused()
    {
        CompiledStage stage = Stage("subject: \"a lake\"\ntechnical { model: \"gpt-image-2.6-flare\", format: gif }");

        ProviderOutcome outcome = await OutcomeAsync(stage);

        var failure = Assert.IsType<ProviderFailure>(outcome);
        Assert.Equal(FailureKind.BadRequest, failure.Kind);
        Assert.Equal((400, "unsupported_output_format"), (failure.Status, failure.Code));
        Assert.Contains("png, jpeg, webp or svg", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_input_picture_is_refused()
    {
        CompiledStage stage = Stage("reference pool \"pool.png\" { role: content }\nchange: \"a boat\"");
        string path = Path.Combine(_root, "broken.png");
        await File.WriteAllTextAsync(path, "no picture", TestContext.Current.CancellationToken);

        ProviderOutcome outcome = await OutcomeAsync(stage, inputs: [InputOf(path)]);

        var failure = Assert.IsType<ProviderFailure>(outcome);
        Assert.Equal((FailureKind.BadRequest, "image_parse_error"), (failure.Kind, failure.Code));
        Assert.Equal("image[0]", failure.Parameter);
    }

    [Fact]
    public async Task The_same_request_gives_the_same_bytes_in_any_culture_and_order()
    {
        CompiledStage[] stages =
        [
            Stage($"details {{ {House} }}"),
            Stage("subject: \"a lake\"\ntechnical { count: 2 }"),
            Stage("details { table t { as: pie-chart, row \"a\" [1.5], row \"b\" [20%] } }"),
        ];

        string[] forward = await HashesAsync(stages);
        CultureInfo culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NegativeSign = "~";
        string[] backward;
        try
        {
            CultureInfo.CurrentCulture = other;
            backward = await HashesAsync([.. stages.Reverse()]);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(forward.Order(StringComparer.Ordinal), backward.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Requests_side_by_side_are_each_of_their_own_stage()
    {
        string[] colours = [.. Enumerable.Range(0, 8).Select(i => $"#AA000{i}")];

        ProviderAnswer[] answers = await Task.WhenAll(
            colours.Select(c => SendAsync(Stage($"details {{ object o \"a box\" {{ color: {c} }} }}")))
        );

        Assert.All(
            answers.Zip(colours),
            pair => Assert.False(Sketches.Extent(Decode(pair.First.Pictures.Single()), pair.Second).IsEmpty)
        );
    }

    [Fact]
    public async Task A_cancelled_request_ends_in_cancellation()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _provider.SendAsync(Request(Stage("subject: \"a lake\"")), source.Token)
        );
    }

    private static CompiledStage Stage(string text) => Sketches.Compile(text)[^1];

    private static Raster Decode(PictureFile file) => PictureDecoder.Decode(File.ReadAllBytes(file.Path));

    private static int Colours(Raster picture) =>
        Enumerable
            .Range(0, picture.Width * picture.Height)
            .Select(i => BitConverter.ToInt32(picture.Pixels, i * Raster.BytesPerPixel))
            .Distinct()
            .Count();

    private async Task<PictureFile> PictureAsync() =>
        (await SendAsync(Stage($"details {{ {House} }}\ntechnical {{ size: 816x816 }}"))).Pictures.Single();

    private async Task<string[]> HashesAsync(CompiledStage[] stages)
    {
        List<string> hashes = [];
        foreach (CompiledStage stage in stages)
        {
            ProviderAnswer answer = await SendAsync(stage);
            hashes.AddRange([answer.RequestId!, .. answer.Pictures.Select(p => p.Sha256)]);
        }

        return [.. hashes];
    }

    private async Task<ProviderAnswer> SendAsync(
        CompiledStage stage,
        int ordinal = 0,
        Raster[]? inputs = null,
        Raster? mask = null,
        string? previous = null,
        Action<PartialPicture>? onPartial = null
    )
    {
        ProviderRequest request = Request(stage) with
        {
            Ordinal = ordinal,
            Inputs = [.. (inputs ?? []).Select(Save)],
            Mask = mask is null ? null : Save(mask),
            PreviousResponseId = previous,
            OnPartial = onPartial,
        };
        ProviderOutcome outcome = await _provider.SendAsync(request, TestContext.Current.CancellationToken);
        return outcome as ProviderAnswer ?? throw new InvalidOperationException(outcome.ToString());
    }

    private Task<ProviderOutcome> OutcomeAsync(CompiledStage stage, ImmutableArray<InputFile>? inputs = null) =>
        _provider.SendAsync(Request(stage) with { Inputs = inputs ?? [] }, TestContext.Current.CancellationToken);

    private ProviderRequest Request(CompiledStage stage) =>
        new()
        {
            Stage = stage,
            Folder = Directory.CreateDirectory(Path.Combine(_root, Path.GetRandomFileName())).FullName,
        };

    private InputFile Save(Raster picture)
    {
        string path = Path.Combine(_root, Path.GetRandomFileName() + ".png");
        File.WriteAllBytes(path, PngEncoder.Encode(picture));
        return InputOf(path);
    }

    private static InputFile InputOf(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return new InputFile(
            path,
            "input.png",
            "image/png",
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            bytes.Length
        );
    }
}
