using System.Net;
using System.Text;
using System.Text.Json;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Tests.Sketch.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch;

/// <summary>Answers as they are on the wire.</summary>
public sealed class SketchTransportTests : IDisposable
{
    private readonly HttpClient _http = new(new SketchTransport())
    {
        BaseAddress = new Uri("http://sketch.invalid/v1/"),
    };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task An_answer_echoes_what_was_asked_and_counts_nothing()
    {
        using HttpResponseMessage response = await PostAsync(
            "images/generations",
            """{"prompt":"a lake","model":"gpt-image-2","size":"96x64","quality":"low","output_format":"png"}"""
        );

        using JsonDocument json = await JsonAsync(response);
        JsonElement root = json.RootElement;
        Assert.Equal("96x64", root.GetProperty("size").GetString());
        Assert.Equal("low", root.GetProperty("quality").GetString());
        Assert.Equal("png", root.GetProperty("output_format").GetString());
        Assert.Equal("opaque", root.GetProperty("background").GetString());
        Assert.Equal(0, root.GetProperty("usage").GetProperty("total_tokens").GetInt32());
        Raster picture = PictureDecoder.Decode(
            root.GetProperty("data")[0].GetProperty("b64_json").GetBytesFromBase64()
        );
        Assert.Equal((96, 64), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData("{\"prompt\":\"a lake\"}")]
    [InlineData("{\"prompt\":\"a lake\",\"size\":\"auto\"}")]
    public async Task Without_a_size_it_is_the_one_that_was_decided(string body)
    {
        using HttpResponseMessage response = await PostAsync("images/generations", body, "technical { aspect: 3:2 }\n");

        using JsonDocument json = await JsonAsync(response);
        Assert.Equal("1536x1024", json.RootElement.GetProperty("size").GetString());
    }

    [Fact]
    public async Task Without_any_size_it_is_a_square()
    {
        using HttpResponseMessage response = await PostAsync("images/generations", "{\"prompt\":\"a lake\"}");

        using JsonDocument json = await JsonAsync(response);
        Assert.Equal("1024x1024", json.RootElement.GetProperty("size").GetString());
    }

    [Fact]
    public async Task An_svg_shows_the_sketch_in_its_size()
    {
        using HttpResponseMessage response = await PostAsync(
            "images/generations",
            """{"prompt":"a lake","size":"96x64","output_format":"svg"}"""
        );

        using JsonDocument json = await JsonAsync(response);
        string svg = Encoding.UTF8.GetString(
            json.RootElement.GetProperty("data")[0].GetProperty("b64_json").GetBytesFromBase64()
        );
        Assert.StartsWith(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"64\">",
            svg,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stream_ends_with_the_finished_picture()
    {
        using HttpResponseMessage response = await PostAsync(
            "images/generations",
            """{"prompt":"a lake","size":"96x64","stream":true,"partial_images":1}"""
        );

        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            ["event: image_generation.partial_image", "event: image_generation.completed"],
            text.Split('\n').Where(l => l.StartsWith("event:", StringComparison.Ordinal))
        );
        Assert.EndsWith("\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("images/generations", "no json", "invalid_json")]
    [InlineData("images/generations", "{\"n\":0}", "invalid_value")]
    [InlineData("images/generations", "{\"n\":11}", "invalid_value")]
    [InlineData("images/generations", "{\"partial_images\":4}", "invalid_value")]
    [InlineData("images/generations", "{\"size\":\"99999x99999\"}", "invalid_value")]
    [InlineData("images/generations", "{\"size\":\"-1x5\"}", "invalid_value")]
    [InlineData("images/edits", "{\"images\":[{\"file_id\":\"file-1\"}]}", "invalid_image_url")]
    [InlineData("images/edits", "{\"images\":[{\"image_url\":\"data:image/png;base64,*\"}]}", "invalid_base64_image")]
    [InlineData("images/edits", "{\"images\":[{\"image_url\":\"data:image/png;base64,AAAA\"}]}", "image_parse_error")]
    [InlineData("responses", "{\"tools\":[]}", "invalid_value")]
    [InlineData("responses", "[]", "invalid_value")]
    public async Task A_request_that_cannot_be_drawn_is_answered_with_its_reason(string path, string body, string code)
    {
        using HttpResponseMessage response = await PostAsync(path, body);

        using JsonDocument json = await JsonAsync(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, json.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"size\"\r\n\r\n96x64")]
    [InlineData("--x\r\n\r\nno head\r\n--x--\r\n")]
    [InlineData("")]
    public async Task A_broken_form_is_answered_with_its_reason(string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = new("multipart/form-data");
        content.Headers.ContentType.Parameters.Add(new("boundary", "x"));
        using SketchScope scope = SketchScope.Enter(Sketches.Order("subject: \"a lake\""));

        using HttpResponseMessage response = await _http.PostAsync(
            new Uri("images/edits", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );

        using JsonDocument json = await JsonAsync(response);
        Assert.Equal(
            "invalid_multipart_form_data",
            json.RootElement.GetProperty("error").GetProperty("code").GetString()
        );
    }

    [Fact]
    public async Task Other_addresses_are_not_found()
    {
        using HttpResponseMessage response = await PostAsync("images/variations", "{}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Outside_of_a_scope_there_is_nothing_to_draw()
    {
        using var content = new StringContent("{}");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _http.PostAsync(
                new Uri("images/generations", UriKind.Relative),
                content,
                TestContext.Current.CancellationToken
            )
        );
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body, string file = "")
    {
        using SketchScope scope = SketchScope.Enter(Sketches.Order(file + "subject: \"a lake\""));
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonDocument> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
}
