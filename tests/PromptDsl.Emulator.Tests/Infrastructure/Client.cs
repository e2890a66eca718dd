using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PromptDsl.Emulator.Tests.Infrastructure;

/// <summary>A client of a server that a test started.</summary>
internal sealed class Client : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _baseUrl;

    public Client(EmulatorServer server, string? key = "sk-test")
    {
        _baseUrl = server.BaseUrl;
        _http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public Uri UriOf(string path) => new($"{_baseUrl.AbsoluteUri}/{path}");

    public Task<Reply> PostAsync(string path, string json) =>
        PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<Reply> PostAsync(string path, HttpContent content)
    {
        using HttpResponseMessage response = await _http.PostAsync(
            UriOf(path),
            content,
            Xunit.TestContext.Current.CancellationToken
        );
        return await Reply.ReadAsync(response);
    }

    public async Task<Reply> GetAsync(string path)
    {
        using HttpResponseMessage response = await _http.GetAsync(
            UriOf(path),
            Xunit.TestContext.Current.CancellationToken
        );
        return await Reply.ReadAsync(response);
    }

    public async Task<Reply> DeleteAsync(string path)
    {
        using HttpResponseMessage response = await _http.DeleteAsync(
            UriOf(path),
            Xunit.TestContext.Current.CancellationToken
        );
        return await Reply.ReadAsync(response);
    }

    public Task<Reply> GenerateAsync(object body) => PostAsync("images/generations", JsonSerializer.Serialize(body));

    public void Dispose() => _http.Dispose();
}
