using System.Text;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers;

/// <summary>The bytes of requests as a server gets them; <c>UPDATE_GOLDEN=1</c> rewrites the files.</summary>
public sealed class RequestGoldenTests : IDisposable
{
    private static readonly ImageParameters Everything = new()
    {
        Quality = "high",
        Format = "webp",
        Compression = 80,
        Size = new(1536, 864),
        Background = "opaque",
        Count = 3,
        Complexity = "low",
    };

    private static readonly string Version = typeof(OpenAiProvider).Assembly.GetName().Version!.ToString(3);

    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public Task A_generation() => MatchesAsync("generation", _case.Generation());

    [Fact]
    public Task A_generation_with_everything() =>
        MatchesAsync("generation-everything", _case.Generation(Everything with { Moderation = "low" }));

    [Fact]
    public Task A_streamed_generation() =>
        MatchesAsync("generation-streamed", _case.Generation(new ImageParameters { PartialImages = 2 }));

    [Fact]
    public Task A_field_that_no_library_knows() =>
        MatchesAsync(
            "generation-unknown-fields",
            With(
                _case.Generation(),
                new RequestField("safety_identifier", new RequestValue.Text("user-1")),
                new RequestField("frame_count", new RequestValue.Number(4)),
                new RequestField(
                    "svg",
                    new RequestValue.Group([new RequestField("model", new RequestValue.Text("author"))])
                )
            )
        );

    [Fact]
    public Task An_edit_of_one_picture() => MatchesAsync("edit", _case.Edit(1));

    [Fact]
    public Task An_edit_of_several_pictures_with_a_mask() =>
        MatchesAsync("edit-several-mask", _case.Edit(3, hasMask: true, Everything with { InputFidelity = "high" }));

    [Fact]
    public Task A_streamed_edit() =>
        MatchesAsync("edit-streamed", _case.Edit(1, parameters: new ImageParameters { PartialImages = 1 }));

    [Fact]
    public Task An_edit_as_JSON() =>
        MatchesAsync("edit-json", _case.Edit(2, hasMask: true, new ImageParameters { Moderation = "low" }));

    [Fact]
    public Task A_field_that_no_library_knows_in_an_edit() =>
        MatchesAsync(
            "edit-unknown-fields",
            With(_case.Edit(1), new RequestField("safety_identifier", new RequestValue.Text("user-1")))
        );

    [Fact]
    public Task A_conversation() =>
        MatchesAsync("responses", _case.Conversation(Everything with { Moderation = "low" }));

    [Fact]
    public Task A_conversation_that_goes_on() =>
        MatchesAsync(
            "responses-continued",
            _case.Request(
                ProviderCase.Describe(RequestAction.Edit, new ImageParameters()) with
                {
                    Route = ApiRoute.Responses,
                    PreviousStage = "first",
                }
            ) with
            {
                PreviousResponseId = "resp_123",
            }
        );

    [Fact]
    public Task A_field_that_no_library_knows_in_a_conversation() =>
        MatchesAsync(
            "responses-unknown-fields",
            With(_case.Conversation(), new RequestField("safety_identifier", new RequestValue.Text("user-1")))
        );

    [Fact]
    public async Task A_batch_and_the_file_that_it_is_in()
    {
        using StubServer server = StubServer.OfJson("""{"id":"file-1"}""");
        await ProviderCase
            .Provider(server.Address)
            .SubmitAsync(
                [
                    new BatchRequest(
                        "first",
                        With(_case.Generation(), new RequestField("safety_identifier", new RequestValue.Text("user-1")))
                    ),
                ],
                TestContext.Current.CancellationToken
            );
        Assert.Equal(2, server.Requests.Count);
        await MatchesAsync("batch-file", server, server.Requests[0]);
        await MatchesAsync("batch", server, server.Requests[1]);
    }

    [Fact]
    public Task A_streamed_conversation() =>
        MatchesAsync("responses-streamed", _case.Conversation(new ImageParameters { PartialImages = 2 }));

    [Fact]
    public Task A_conversation_that_goes_on_with_a_mask() =>
        MatchesAsync(
            "responses-continued-mask",
            _case.Request(
                ProviderCase.Describe(RequestAction.Edit, new ImageParameters()) with
                {
                    Route = ApiRoute.Responses,
                    Inputs = [new RequestInput(1, ["subject"], new FileInput("refs/1.jpg"))],
                    Mask = new RequestMask("refs/mask.png"),
                    PreviousStage = "first",
                }
            ) with
            {
                PreviousResponseId = "resp_123",
            }
        );

    [Theory]
    [InlineData("azure")]
    [InlineData("vllm-omni")]
    [InlineData("sglang")]
    [InlineData("xinference")]
    [InlineData("sd-cpp")]
    public Task An_edit_for_a_compatible_server(string profile) =>
        MatchesAsync(
            "edit-for-" + profile,
            _case.Edit(
                2,
                parameters: new ImageParameters
                {
                    AutoSize = true,
                    Moderation = "low",
                    PartialImages = 1,
                }
            ),
            CompatibilityProfiles.Find(profile)
        );

    [Fact]
    public Task A_generation_for_LocalAI() =>
        MatchesAsync(
            "generation-for-localai",
            _case.Request(
                ProviderCase.Describe(RequestAction.Generate, new ImageParameters { AutoSize = true }) with
                {
                    Prompt = "a lake | no boats",
                }
            ),
            CompatibilityProfiles.LocalAi
        );

    [Fact]
    public Task An_edit_for_LocalAI()
    {
        ProviderRequest request = _case.Edit(
            1,
            hasMask: true,
            new ImageParameters { AutoSize = true, Quality = "low" }
        );
        var mask = new Raster(2, 1);
        mask.Pixels[7] = byte.MaxValue;
        return MatchesAsync(
            "edit-for-localai",
            request with
            {
                Mask = _case.Input("mask.png", "image/png", PngEncoder.Encode(mask)),
            },
            CompatibilityProfiles.LocalAi
        );
    }

    private static ProviderRequest With(ProviderRequest request, params RequestField[] fields)
    {
        ImageRequest image = request.Request;
        return request with
        {
            Stage = request.Stage with { Request = image with { Fields = [.. image.Fields, .. fields] } },
        };
    }

    private static async Task MatchesAsync(string name, ProviderRequest request, CompatibilityProfile? profile = null)
    {
        using StubServer server = StubServer.OfJson($$"""{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"}]}""");
        await ProviderCase.SendAsync(ProviderCase.Provider(server.Address, profile), request);
        await MatchesAsync(name, server, Assert.Single(server.Requests));
    }

    private static async Task MatchesAsync(string name, StubServer server, StubRequest sent)
    {
        string head = sent
            .Head.Replace(server.Address.Authority, "HOST", StringComparison.Ordinal)
            .Replace(ProviderCase.Key, "KEY", StringComparison.Ordinal)
            .Replace($"promptc/{Version}", "promptc/VERSION", StringComparison.Ordinal);
        byte[] actual = Encoding.Latin1.GetBytes(head + sent.Body);
        string path = RepositoryRoot.PathOf($"tests/PromptDsl.Runtime.Tests/Providers/Requests/{name}.http");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllBytesAsync(path, actual, TestContext.Current.CancellationToken);
        }

        byte[] expected = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.Latin1.GetString(expected), Encoding.Latin1.GetString(actual));
    }
}
