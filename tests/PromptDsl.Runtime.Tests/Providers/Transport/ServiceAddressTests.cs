using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers.Transport;

public sealed class ServiceAddressTests : IDisposable
{
    private const string Azure = "/openai/deployments/drawings?api-version=2025-04-01-preview";

    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Theory]
    [InlineData("file:///v1", "'file:///v1' is no address that begins with http:// or https://.")]
    [InlineData("/v1", "'/v1' is no address that begins with http:// or https://.")]
    [InlineData(
        "https://a.test/v1/images/generations",
        "The address ends in /images/generations, which is added to it: leave that out."
    )]
    [InlineData(
        "https://a.test/openai/deployments/a/images/edits?api-version=1",
        "The address ends in /images/edits, which is added to it: leave that out."
    )]
    [InlineData(
        "https://a.test/v1?code=secret",
        "The address has a query that is not sent: only api-version=VERSION may be there."
    )]
    [InlineData(
        "https://a.test/v1?api-version=1&code=secret",
        "The address has a query that is not sent: only api-version=VERSION may be there."
    )]
    [InlineData(
        "https://a.test/openai/deployments/drawings",
        "An address with deployments needs the version of the API: add ?api-version=VERSION."
    )]
    public void What_cannot_be_sent_to_is_refused(string address, string problem)
    {
        var options = new OpenAiOptions
        {
            Endpoint = new Uri(address, UriKind.RelativeOrAbsolute),
            Profile = CompatibilityProfiles.Azure,
        };
        Assert.Equal(problem, options.EndpointProblem);
        Assert.StartsWith(
            problem,
            Assert.Throws<ArgumentException>(() => new OpenAiProvider(options)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://user:secret@example.org/v1", "https://example.org/v1")]
    [InlineData("https://a.test" + Azure, "https://a.test" + Azure)]
    public void The_address_that_is_shown_has_no_password_and_tells_deployments_apart(string address, string shown) =>
        Assert.Equal(shown, ProviderCase.Provider(new Uri(address), CompatibilityProfiles.Azure).Endpoint);

    [Theory]
    [InlineData("/openai/deployments/drawings", "/openai/deployments/drawings")]
    [InlineData("/openai/deployments/drawings/", "/openai/deployments/drawings")]
    [InlineData("/openai/deployments", "/openai/deployments/gpt-image-2")]
    [InlineData("/openai/v1", "/openai/v1")]
    public async Task Deployments_of_Azure_are_in_the_path_and_each_request_says_its_version(
        string path,
        string deployment
    )
    {
        using StubServer server = StubServer.OfJson("{}");
        OpenAiProvider provider = ProviderCase.Provider(
            new Uri(server.Address, path + "?api-version=2025-04-01-preview"),
            CompatibilityProfiles.Azure
        );
        await ProviderCase.SendAsync(provider, _case.Generation());
        await ProviderCase.SendAsync(provider, _case.Edit(1));
        Assert.Equal(
            [
                $"{deployment}/images/generations?api-version=2025-04-01-preview",
                $"{deployment}/images/edits?api-version=2025-04-01-preview",
            ],
            server.Requests.Select(r => r.Path)
        );
        Assert.All(
            server.Requests,
            request =>
            {
                Assert.Equal(ProviderCase.Key, request.Header("api-key"));
                Assert.Null(request.Header("Authorization"));
            }
        );
    }
}
