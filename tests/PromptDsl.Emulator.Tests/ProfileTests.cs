using System.Text.Json;
using PromptDsl.Assets;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Tests.Infrastructure;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Emulator.Tests;

public sealed class ProfileTests
{
    [Fact]
    public async Task Azure_takes_its_own_header_and_deployments_in_the_path()
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.Azure);
        using var client = new Client(server, key: null);
        Assert.Equal(401, (await client.GenerateAsync(new { prompt = "a" })).Status);
        client.Headers.Add("api-key", "secret");
        Assert.NotEmpty((await client.GenerateAsync(new { prompt = "a", model = "gpt-image-2" })).Picture());
        Reply deployed = await client.PostAsync(
            "../deployments/gpt-image-2/images/generations?api-version=2025-04-01-preview",
            """{"prompt":"a"}"""
        );
        Assert.NotEmpty(deployed.Picture());
        Assert.All(server.Requests, r => Assert.DoesNotContain("api-key", r.Headers.Keys));
    }

    [Fact]
    public async Task Azure_has_no_webp_and_its_own_code_of_moderation()
    {
        await using EmulatorServer server = await StartAsync(
            EmulatorProfile.Azure,
            new FaultRule(Fault.ModeratedInput("hate")) { Prompt = "bad" }
        );
        using var client = new Client(server);
        Assert.Equal("contentFilter", (await client.GenerateAsync(new { prompt = "bad" })).Code);
        Reply webp = await client.GenerateAsync(new { prompt = "a", output_format = "webp" });
        Assert.Equal("output_format", webp.Error.GetProperty("param").GetString());
    }

    [Fact]
    public async Task LocalAI_gives_addresses_unless_asked_for_bytes_and_has_no_edits()
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.LocalAI);
        using var client = new Client(server, key: null);
        Reply reply = await client.GenerateAsync(new { prompt = "a", size = "auto" });
        string url = reply.Json.GetProperty("data")[0].GetProperty("url").GetString()!;
        using var http = new HttpClient();
        byte[] picture = await http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);
        Assert.Equal(new ImageSize(512, 512), FactsOf(picture).Size);
        Reply bytes = await client.GenerateAsync(
            new
            {
                prompt = "a",
                size = "256x256",
                response_format = "b64_json",
                seed = 1,
            }
        );
        Assert.Equal(new ImageSize(256, 256), FactsOf(bytes.Picture()).Size);
        Assert.False(bytes.Json.TryGetProperty("usage", out _));
        Assert.Equal(404, (await client.PostAsync("images/edits", "{}")).Status);
    }

    [Fact]
    public async Task LocalAI_inpaints_one_picture_and_gives_its_address()
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.LocalAI);
        using var client = new Client(server, key: null);
        Reply reply = await client.PostAsync("images/inpainting", Inpainting("model", "prompt", "image", "mask"));
        string url = reply.Json.GetProperty("data")[0].GetProperty("url").GetString()!;
        using var http = new HttpClient();
        byte[] picture = await http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);
        Assert.Equal(new ImageSize(512, 512), FactsOf(picture).Size);
        Assert.Equal(1, server.Paid.Pictures);
    }

    [Theory]
    [InlineData("prompt", "image", "mask")]
    [InlineData("model", "image", "mask")]
    [InlineData("model", "prompt", "mask")]
    [InlineData("model", "prompt", "image")]
    public async Task LocalAI_refuses_an_inpainting_that_lacks_something(params string[] parts)
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.LocalAI);
        using var client = new Client(server, key: null);
        Assert.Equal(400, (await client.PostAsync("images/inpainting", Inpainting(parts))).Status);
        Assert.Equal(0, server.Paid.Pictures);
    }

    [Theory]
    [InlineData("deployments/gpt-image-2/images/generations")]
    [InlineData("deployments/gpt-image-2/responses?api-version=2025-04-01-preview")]
    [InlineData("deployments/gpt-image-2/files?api-version=2025-04-01-preview")]
    public async Task Deployments_have_the_images_API_alone_and_a_version(string path)
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.Azure);
        using var client = new Client(server);
        Assert.Equal(404, (await client.PostAsync("../" + path, """{"prompt":"a"}""")).Status);
    }

    [Fact]
    public async Task VllmOmni_speaks_of_errors_as_FastAPI_does()
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.VllmOmni);
        using var client = new Client(server, key: null);
        Reply stream = await client.GenerateAsync(new { prompt = "a", stream = true });
        Assert.Equal(400, stream.Status);
        Assert.Equal(JsonValueKind.String, stream.Json.GetProperty("detail").ValueKind);
        Reply missing = await client.GenerateAsync(new { });
        Assert.Equal(422, missing.Status);
        Assert.Equal("prompt", missing.Json.GetProperty("detail")[0].GetProperty("loc")[1].GetString());
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a"), "prompt" },
            { TestPicture.Part(TestPicture.Png()), "image", "in.png" },
            { TestPicture.Part(TestPicture.Png()), "mask_image", "mask.png" },
        };
        Assert.NotEmpty((await client.PostAsync("images/edits", form)).Picture());
        using var openAi = new MultipartFormDataContent
        {
            { new StringContent("a"), "prompt" },
            { TestPicture.Part(TestPicture.Png()), "image[]", "in.png" },
        };
        Assert.Equal(422, (await client.PostAsync("images/edits", openAi)).Status);
    }

    [Theory]
    [InlineData("https://example.org/1.png", null, 1024, 1024)]
    [InlineData("DATA", null, 8, 8)]
    [InlineData("DATA", "auto", 8, 8)]
    [InlineData("DATA", "640x480", 640, 480)]
    public async Task VllmOmni_edits_pictures_by_their_address_and_keeps_their_size(
        string url,
        string? size,
        int width,
        int height
    )
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.VllmOmni);
        using var client = new Client(server, key: null);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a"), "prompt" },
            { new StringContent(url == "DATA" ? TestPicture.DataUrl(TestPicture.Png(8, 8)) : url), "url" },
        };
        if (size is not null)
        {
            form.Add(new StringContent(size), "size");
        }

        Reply reply = await client.PostAsync("images/edits", form);
        Assert.Equal(new ImageSize(width, height), FactsOf(reply.Picture()).Size);
    }

    [Fact]
    public async Task VllmOmni_refuses_addresses_that_are_none()
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.VllmOmni);
        using var client = new Client(server, key: null);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a"), "prompt" },
            { new StringContent("in.png"), "url" },
        };
        Assert.Equal(400, (await client.PostAsync("images/edits", form)).Status);
    }

    [Fact]
    public async Task Sglang_gives_relative_addresses_of_edits_alone()
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.Sglang);
        using var client = new Client(server, key: null);
        Assert.Equal(400, (await client.GenerateAsync(new { prompt = "a", response_format = "url" })).Status);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a"), "prompt" },
            { new StringContent("url"), "response_format" },
            { TestPicture.Part(TestPicture.Png()), "image", "in.png" },
        };
        Reply reply = await client.PostAsync("images/edits", form);
        string url = reply.Json.GetProperty("data")[0].GetProperty("url").GetString()!;
        Assert.StartsWith("/v1/images/", url, StringComparison.Ordinal);
        Assert.NotEmpty((await client.GetAsync(url["/v1/".Length..])).Bytes);
    }

    [Fact]
    public async Task Xinference_refuses_sizes_that_are_none()
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.Xinference);
        using var client = new Client(server, key: null);
        Assert.Equal(400, (await client.GenerateAsync(new { prompt = "a", size = "auto" })).Status);
        Reply reply = await client.GenerateAsync(new { prompt = "a", size = "640*480" });
        Assert.True(reply.Json.GetProperty("data")[0].TryGetProperty("url", out _));
    }

    [Fact]
    public async Task The_server_of_stable_diffusion_cpp_has_plain_errors()
    {
        await using EmulatorServer server = await StartAsync(EmulatorProfile.SdCpp);
        using var client = new Client(server, key: null);
        Reply reply = await client.PostAsync("images/generations", "{}");
        Assert.Equal(JsonValueKind.String, reply.Error.ValueKind);
        Assert.NotEmpty(
            (
                await client.GenerateAsync(
                    new
                    {
                        prompt = "a",
                        stream = true,
                        size = "auto",
                    }
                )
            ).Picture()
        );
    }

    private static MultipartFormDataContent Inpainting(params string[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (string part in parts)
        {
            if (part is "image" or "mask")
            {
                form.Add(TestPicture.Part(TestPicture.Png()), part, part + ".png");
            }
            else
            {
                form.Add(new StringContent("a"), part);
            }
        }

        return form;
    }

    private static AssetFacts FactsOf(byte[] bytes) => AssetReader.Read(new MemoryStream(bytes), bytes.Length);

    private static Task<EmulatorServer> StartAsync(EmulatorProfile profile, params FaultRule[] rules) =>
        EmulatorServer.StartAsync(
            new EmulatorOptions { Profile = profile, Script = [.. rules] },
            TestContext.Current.CancellationToken
        );
}
