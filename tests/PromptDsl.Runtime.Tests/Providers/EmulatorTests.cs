using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers;

/// <summary>Against a server that checks requests as strictly as the service.</summary>
public sealed class EmulatorTests : IDisposable
{
    private static readonly ImageParameters Small = new() { Size = new(1024, 1024), Quality = "low" };

    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    /// <summary>Every server with what it answers, and what is refused before anything is sent.</summary>
    public static TheoryData<string, EmulatorProfile, string, string, string?> Servers
    {
        get
        {
            const string V1 = "";
            const string Deployment = "../deployments/gpt-image-2?api-version=2025-04-01-preview";
            const string Deployments = "../deployments?api-version=2025-04-01-preview";
            var servers = new TheoryData<string, EmulatorProfile, string, string, string?>();
            foreach (string kind in new[] { "generation", "stream", "edit", "edit-several", "mask", "mask-several" })
            {
                servers.Add("openai", EmulatorProfile.OpenAI, V1, kind, null);
                servers.Add("azure", EmulatorProfile.Azure, V1, kind, null);
                servers.Add("azure", EmulatorProfile.Azure, Deployment, kind, null);
                servers.Add("azure", EmulatorProfile.Azure, Deployments, kind, null);
                servers.Add("vllm-omni", EmulatorProfile.VllmOmni, V1, kind, null);
                servers.Add("sglang", EmulatorProfile.Sglang, V1, kind, null);
                servers.Add("xinference", EmulatorProfile.Xinference, V1, kind, null);
                servers.Add("sd-cpp", EmulatorProfile.SdCpp, V1, kind, null);
                bool isRefused = kind is "edit" or "edit-several" or "mask-several";
                servers.Add(
                    "localai",
                    EmulatorProfile.LocalAI,
                    V1,
                    kind,
                    isRefused ? "LocalAI edits one picture at a time, and only with a mask." : null
                );
            }

            return servers;
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_server_answers_every_kind_of_request_or_is_sent_nothing(
        string profile,
        EmulatorProfile server,
        string address,
        string kind,
        string? refusal
    )
    {
        await using EmulatorServer emulator = await StartAsync(server);
        var endpoint = new Uri(emulator.BaseUrl.AbsoluteUri + "/" + address);
        ProviderRequest request = kind switch
        {
            "generation" => _case.Generation(Small),
            "stream" => _case.Generation(Small with { PartialImages = 1 }),
            _ => Edit(
                kind.EndsWith("several", StringComparison.Ordinal) ? 2 : 1,
                kind.StartsWith("mask", StringComparison.Ordinal)
            ),
        };
        ProviderOutcome outcome = await ProviderCase.SendAsync(
            ProviderCase.Provider(endpoint, CompatibilityProfiles.Find(profile)),
            request
        );
        if (refusal is not null)
        {
            Assert.Equal(refusal, Assert.IsType<ProviderFailure>(outcome).Message);
            Assert.Empty(emulator.Requests);
            return;
        }

        Assert.Null((outcome as ProviderFailure)?.Message);
        PictureFile file = Assert.Single(Assert.IsType<ProviderAnswer>(outcome).Pictures);
        Raster picture = PictureDecoder.Decode(await ReadAsync(file));
        int side = server == EmulatorProfile.LocalAI && kind == "mask" ? 512 : 1024;
        Assert.Equal((side, side), (picture.Width, picture.Height));
        Assert.Contains("picture-0.png", _case.Files);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_edit_is_accepted_as_JSON_and_as_a_form(bool isJson)
    {
        await using EmulatorServer emulator = await StartAsync(EmulatorProfile.OpenAI);
        ProviderRequest request = Edit(2, hasMask: true, isJson ? Small with { Moderation = "low" } : Small);
        Assert.Equal(isJson ? RequestEncoding.Json : RequestEncoding.Multipart, request.Request.Encoding);
        ProviderAnswer answer = await AnswerAsync(emulator, "openai", request);
        Assert.NotNull(answer.Usage?.ImageInput);
        Assert.NotNull(answer.RequestId);
    }

    [Fact]
    public async Task A_conversation_goes_on()
    {
        await using EmulatorServer emulator = await StartAsync(EmulatorProfile.OpenAI);
        ProviderAnswer first = await AnswerAsync(emulator, "openai", _case.Conversation(Small));
        ProviderRequest next = _case.Request(
            ProviderCase.Describe(RequestAction.Edit, Small) with
            {
                Route = ApiRoute.Responses,
                PreviousStage = "first",
            }
        ) with
        {
            PreviousResponseId = first.ResponseId,
        };
        ProviderAnswer second = await AnswerAsync(emulator, "openai", next);
        Assert.NotNull(first.ResponseId);
        Assert.NotEqual(first.ResponseId, second.ResponseId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_brings_previews_and_the_picture(bool isConversation)
    {
        await using EmulatorServer emulator = await StartAsync(EmulatorProfile.OpenAI);
        List<int> partials = [];
        ImageParameters parameters = Small with { PartialImages = 2 };
        ProviderRequest request = isConversation ? _case.Conversation(parameters) : _case.Generation(parameters);
        ProviderAnswer answer = await AnswerAsync(
            emulator,
            "openai",
            request with
            {
                OnPartial = partial => partials.Add(partial.Index),
            }
        );
        Assert.Single(answer.Pictures);
        Assert.NotNull(answer.Usage);
        Assert.Equal([0, 1], partials);
    }

    public static TheoryData<Fault, FailureKind, bool> Faults =>
        new()
        {
            { Fault.RateLimited(TimeSpan.FromSeconds(2)), FailureKind.RateLimited, false },
            { Fault.SlowDown(), FailureKind.Overloaded, false },
            { Fault.Overloaded(), FailureKind.Overloaded, false },
            { Fault.QuotaExhausted(), FailureKind.QuotaExhausted, false },
            { Fault.BillingHardLimit(), FailureKind.QuotaExhausted, false },
            { Fault.ModeratedInput("violence"), FailureKind.Moderated, false },
            { Fault.ModeratedOutput("violence"), FailureKind.Moderated, false },
            { Fault.ServerError(), FailureKind.ServerError, false },
            { Fault.HtmlError(), FailureKind.ServerError, false },
            { Fault.CutBeforeHeaders(), FailureKind.OutcomeUnknown, false },
            { Fault.CutAfterProcessing(), FailureKind.OutcomeUnknown, false },
            { Fault.CutInBody(), FailureKind.OutcomeUnknown, false },
            { Fault.MalformedJson(), FailureKind.OutcomeUnknown, false },
            { Fault.MalformedBase64(), FailureKind.MalformedAnswer, false },
            { Fault.EmptyData(), FailureKind.MalformedAnswer, false },
            { Fault.NotAPicture(), FailureKind.MalformedAnswer, false },
            { Fault.TruncatedStream(), FailureKind.OutcomeUnknown, true },
            { Fault.StreamError(), FailureKind.OutcomeUnknown, true },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_of_its_kind_after_one_request(Fault fault, FailureKind kind, bool isStream)
    {
        await using EmulatorServer emulator = await StartAsync(EmulatorProfile.OpenAI, fault);
        ImageParameters parameters = isStream ? Small with { PartialImages = 1 } : Small;
        var failure = Assert.IsType<ProviderFailure>(
            await ProviderCase.SendAsync(ProviderCase.Provider(emulator.BaseUrl), _case.Generation(parameters))
        );
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(fault.RetryAfter, failure.RetryAfter);
        Assert.Equal(fault.ModerationStage, failure.ModerationStage);
        Assert.Equal(fault.ModerationCategories, failure.ModerationCategories);
        Assert.Single(emulator.Requests);
        Assert.Empty(_case.Files);
        Assert.Equal(kind is FailureKind.OutcomeUnknown or FailureKind.MalformedAnswer, failure.MayHaveBeenPaid);
    }

    [Fact]
    public async Task A_picture_that_fails_in_a_conversation_is_a_failure()
    {
        await using EmulatorServer emulator = await StartAsync(EmulatorProfile.OpenAI, Fault.FailedItem());
        ProviderOutcome outcome = await ProviderCase.SendAsync(
            ProviderCase.Provider(emulator.BaseUrl),
            _case.Conversation(Small)
        );
        var failure = Assert.IsType<ProviderFailure>(outcome);
        Assert.Equal((FailureKind.OutcomeUnknown, true), (failure.Kind, failure.MayHaveBeenPaid));
    }

    [Fact]
    public async Task JSON_in_place_of_a_stream_is_an_answer()
    {
        await using EmulatorServer emulator = await StartAsync(EmulatorProfile.OpenAI, Fault.JsonInsteadOfStream());
        await AnswerAsync(emulator, "openai", _case.Generation(Small with { PartialImages = 1 }));
    }

    [Fact]
    public async Task A_mask_is_turned_into_white_on_black_where_a_server_takes_it_so()
    {
        var mask = new Raster(2, 1);
        mask.Pixels[7] = byte.MaxValue;
        InputFile file = _case.Input("mask.png", "image/png", PngEncoder.Encode(mask));
        using GreyMask grey = GreyMask.Create(file, _case.Folder);
        Raster made = PictureDecoder.Decode(
            await File.ReadAllBytesAsync(grey.File.Path, TestContext.Current.CancellationToken)
        );
        Assert.Equal([255, 255, 255, 255, 0, 0, 0, 255], made.Pixels);
    }

    private static Task<EmulatorServer> StartAsync(EmulatorProfile profile, params Fault[] faults) =>
        EmulatorServer.StartAsync(
            new EmulatorOptions { Profile = profile, Script = [.. faults.Select(f => new FaultRule(f))] },
            TestContext.Current.CancellationToken
        );

    private ProviderRequest Edit(int pictures, bool hasMask, ImageParameters? parameters = null)
    {
        InputFile picture = _case.Input("picture.png", "image/png", ProviderCase.Png(64, 64));
        return _case.Edit(pictures, hasMask, parameters ?? Small) with
        {
            Inputs = [.. Enumerable.Range(1, pictures).Select(i => picture with { FileName = $"{i}.png" })],
            Mask = hasMask ? _case.Input("mask.png", "image/png", ProviderCase.Png(64, 64)) : null,
        };
    }

    private static async Task<ProviderAnswer> AnswerAsync(
        EmulatorServer emulator,
        string profile,
        ProviderRequest request
    )
    {
        ProviderOutcome outcome = await ProviderCase.SendAsync(
            ProviderCase.Provider(emulator.BaseUrl, CompatibilityProfiles.Find(profile)),
            request
        );
        Assert.Null((outcome as ProviderFailure)?.Message);
        return Assert.IsType<ProviderAnswer>(outcome);
    }

    private static Task<byte[]> ReadAsync(PictureFile picture) =>
        File.ReadAllBytesAsync(picture.Path, TestContext.Current.CancellationToken);
}
