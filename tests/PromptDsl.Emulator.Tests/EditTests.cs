using System.Text.Json;
using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class EditTests
{
    private static readonly byte[] Picture = TestPicture.Png();

    [Theory]
    [InlineData("image")]
    [InlineData("image[]")]
    public async Task A_form_with_a_picture_is_answered(string name)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        using MultipartFormDataContent form = Form((name, TestPicture.Part(Picture)));
        Reply reply = await client.PostAsync("images/edits", form);
        Assert.NotEmpty(reply.Picture());
        Assert.Equal(
            1151,
            reply.Json.GetProperty("usage").GetProperty("input_tokens_details").GetProperty("image_tokens").GetInt32()
        );
    }

    [Fact]
    public async Task Several_pictures_and_a_mask_are_taken()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        using MultipartFormDataContent form = Form(
            ("image[]", TestPicture.Part(Picture)),
            ("image[]", TestPicture.Part(Picture)),
            ("mask", TestPicture.Part(TestPicture.Png(alpha: 0)))
        );
        Assert.Equal(200, (await client.PostAsync("images/edits", form)).Status);
    }

    [Theory]
    [InlineData("application/octet-stream", "unsupported_file_mimetype")]
    [InlineData("image/gif", "unsupported_file_mimetype")]
    public async Task A_part_needs_the_type_of_a_picture(string contentType, string code)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        using MultipartFormDataContent form = Form(("image", TestPicture.Part(Picture, contentType)));
        Reply reply = await client.PostAsync("images/edits", form);
        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Equal("image", reply.Error.GetProperty("param").GetString());
        Assert.StartsWith(
            $"Invalid file 'image': unsupported mimetype ('{contentType}').",
            reply.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Bytes_that_are_no_picture_are_refused()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        using MultipartFormDataContent form = Form(("image", TestPicture.Part("text"u8.ToArray())));
        Assert.Equal("invalid_image_file", (await client.PostAsync("images/edits", form)).Code);
    }

    [Fact]
    public async Task A_mask_fits_the_first_picture_and_has_alpha()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        foreach (byte[] mask in new[] { TestPicture.Png(), TestPicture.Png(32, 64, 0) })
        {
            using MultipartFormDataContent form = Form(
                ("image", TestPicture.Part(Picture)),
                ("mask", TestPicture.Part(mask))
            );
            Reply reply = await client.PostAsync("images/edits", form);
            Assert.Equal((400, "mask"), (reply.Status, reply.Error.GetProperty("param").GetString()));
        }
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(128, 400)]
    public async Task A_markup_has_transparent_pixels(byte alpha, int status)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        using MultipartFormDataContent form = Form(
            ("image", TestPicture.Part(Picture)),
            ("markup", TestPicture.Part(TestPicture.Png(alpha: alpha)))
        );
        Assert.Equal(status, (await client.PostAsync("images/edits", form)).Status);
    }

    [Theory]
    [InlineData("gpt-image-2.6-flare", "output_format", "gif", "mask")]
    [InlineData("gpt-image-2.6-flare", "output_format", "svg", "mask")]
    [InlineData("gpt-image-1-mini", "input_fidelity", "high", "input_fidelity")]
    public async Task What_an_edit_does_not_take_is_refused(string model, string name, string value, string parameter)
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Clock = new FixedClock("2026-11-21") },
            TestContext.Current.CancellationToken
        );
        using var client = new Client(server);
        using MultipartFormDataContent form = Form(
            ("image", TestPicture.Part(Picture)),
            ("mask", TestPicture.Part(TestPicture.Png(alpha: 0)))
        );
        form.Add(new StringContent(model), "model");
        form.Add(new StringContent(value), name);
        Reply reply = await client.PostAsync("images/edits", form);
        Assert.Equal((400, parameter), (reply.Status, reply.Error.GetProperty("param").GetString()));
    }

    [Fact]
    public async Task More_than_sixteen_pictures_are_refused()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        using MultipartFormDataContent form = Form([
            .. Enumerable.Range(0, 17).Select(_ => ("image[]", TestPicture.Part(Picture))),
        ]);
        Assert.Equal("array_above_max_length", (await client.PostAsync("images/edits", form)).Code);
    }

    [Fact]
    public async Task An_edit_without_a_picture_is_refused()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/edits", Form());
        Assert.Equal("Missing required parameter: 'image'.", reply.Message);
    }

    [Fact]
    public async Task Unknown_fields_and_files_are_refused()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        using MultipartFormDataContent form = Form(("image", TestPicture.Part(Picture)));
        form.Add(new StringContent("1"), "seed");
        Assert.Equal("Unknown parameter: 'seed'.", (await client.PostAsync("images/edits", form)).Message);
        using MultipartFormDataContent file = Form(
            ("image", TestPicture.Part(Picture)),
            ("mask_image", TestPicture.Part(Picture))
        );
        Assert.Equal("Unknown parameter: 'mask_image'.", (await client.PostAsync("images/edits", file)).Message);
    }

    [Fact]
    public async Task The_json_form_takes_data_urls()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        string body = JsonSerializer.Serialize(
            new
            {
                prompt = "a",
                moderation = "low",
                images = new[] { new { image_url = TestPicture.DataUrl(Picture) } },
                mask = new { image_url = TestPicture.DataUrl(TestPicture.Png(alpha: 0)) },
            }
        );
        Reply reply = await client.PostAsync("images/edits", body);
        Assert.NotEmpty(reply.Picture());
    }

    [Theory]
    [InlineData("""{"image_url":"data:image/png;base64,***"}""", "invalid_base64_image")]
    [InlineData("""{"image_url":"data:text/plain;base64,AAAA"}""", "unsupported_image_media_type")]
    [InlineData("""{"file_id":"file-none"}""", "image_file_not_found")]
    [InlineData("{}", "invalid_value")]
    [InlineData("""{"image_url":"a","file_id":"b"}""", "invalid_value")]
    public async Task The_json_form_refuses_what_is_no_picture(string reference, string code)
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        Reply reply = await client.PostAsync("images/edits", $$"""{"prompt":"a","images":[{{reference}}]}""");
        Assert.Equal((400, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task An_edit_streams_events_of_its_own()
    {
        await using EmulatorServer server = await StartAsync();
        using var client = new Client(server);
        using MultipartFormDataContent form = Form(("image", TestPicture.Part(Picture)));
        form.Add(new StringContent("true"), "stream");
        form.Add(new StringContent("1"), "partial_images");
        Reply reply = await client.PostAsync("images/edits", form);
        Assert.Equal(["image_edit.partial_image", "image_edit.completed"], reply.Events().Select(e => e.Name));
    }

    private static MultipartFormDataContent Form(params (string Name, ByteArrayContent Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent("a"), "prompt" } };
        foreach ((string name, ByteArrayContent content) in files)
        {
            form.Add(content, name, "in.bin");
        }

        return form;
    }

    private static Task<EmulatorServer> StartAsync() =>
        EmulatorServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
}
