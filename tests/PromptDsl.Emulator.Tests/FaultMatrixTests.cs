using System.Text.Json;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Http;
using PromptDsl.Emulator.Scripts;
using PromptDsl.Emulator.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Emulator.Tests;

/// <summary>Every fault at every endpoint that it can happen at.</summary>
public sealed class FaultMatrixTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string endpoint in Endpoints.All)
            {
                foreach (string fault in FaultNames.All)
                {
                    if (FaultScope.Includes(FaultNames.Find(fault).Kind, endpoint))
                    {
                        cases.Add(endpoint, fault);
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fault_happens_at_an_endpoint(string endpoint, string fault)
    {
        await using EmulatorServer server = await StartAsync(endpoint, fault);
        using var client = new Client(server);
        Fault expected = FaultNames.Find(fault);
        if (expected.Kind is FaultKind.CutBeforeHeaders or FaultKind.CutAfterProcessing or FaultKind.CutInBody)
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskAsync(client, endpoint, expected.Kind));
        }
        else
        {
            Reply reply = await AskAsync(client, endpoint, expected.Kind);
            Assert.True(IsAsExpected(reply, expected), $"{reply.Status} {reply.Text}");
        }

        Assert.Equal(1, server.Counters.Faults[fault]);
    }

    private static bool IsAsExpected(Reply reply, Fault fault) =>
        fault.Kind switch
        {
            FaultKind.Error => reply.Status == fault.Status,
            FaultKind.HtmlError => reply.ContentType == "text/html",
            FaultKind.MalformedJson => IsBroken(reply.Text),
            FaultKind.TruncatedStream => !reply.Text.Contains(".completed", StringComparison.Ordinal),
            FaultKind.StreamError => reply.Events()[^1].Name == "error",
            FaultKind.JsonInsteadOfStream => reply.ContentType == "application/json",
            FaultKind.FailedItem => reply.Text.Contains("\"failed\"", StringComparison.Ordinal),
            FaultKind.None => reply.Status is 200 or 400 or 404,
            _ => reply.Status == 200 || fault.Kind == FaultKind.ExpiredBatch,
        };

    private static bool IsBroken(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static Task<EmulatorServer> StartAsync(string endpoint, string fault)
    {
        string script = $$"""{ "rules": [{ "fault": "{{fault}}", "when": { "endpoint": "{{endpoint}}" } }] }""";
        EmulatorOptions options = ScriptFile.Read(System.Text.Encoding.UTF8.GetBytes(script), new EmulatorOptions());
        return EmulatorServer.StartAsync(
            options with
            {
                Picture = PictureStyle.Tiny,
                Profile = endpoint is Endpoints.Inpainting or Endpoints.Pictures
                    ? EmulatorProfile.LocalAI
                    : EmulatorProfile.OpenAI,
            },
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<Reply> AskAsync(Client client, string endpoint, FaultKind kind)
    {
        string stream = kind is FaultKind.TruncatedStream or FaultKind.StreamError or FaultKind.JsonInsteadOfStream
            ? ",\"stream\":true"
            : "";
        string picture = TestPicture.DataUrl(TestPicture.Png());
        switch (endpoint)
        {
            case Endpoints.Edits:
                return await client.PostAsync(
                    endpoint,
                    $$"""{"prompt":"a","images":[{"image_url":"{{picture}}"}]{{stream}}}"""
                );
            case Endpoints.Responses:
                return await client.PostAsync(
                    endpoint,
                    $$"""{"model":"gpt-5","input":"a","tools":[{"type":"image_generation"}]{{stream}}}"""
                );
            case Endpoints.Inpainting:
                using (var form = new MultipartFormDataContent())
                {
                    form.Add(new StringContent("a"), "model");
                    form.Add(new StringContent("a"), "prompt");
                    form.Add(TestPicture.Part(TestPicture.Png()), "image", "in.png");
                    form.Add(TestPicture.Part(TestPicture.Png()), "mask", "mask.png");
                    return await client.PostAsync(endpoint, form);
                }

            case Endpoints.Files:
                return await client.GetAsync(endpoint);
            case Endpoints.Models:
                return await client.GetAsync(endpoint);
            case Endpoints.Batches:
                return await client.PostAsync(endpoint, "{}");
            case Endpoints.Pictures:
                return await client.GetAsync("images/00000001/content");
            default:
                return await client.PostAsync(endpoint, $$"""{"prompt":"a"{{stream}}}""");
        }
    }
}
