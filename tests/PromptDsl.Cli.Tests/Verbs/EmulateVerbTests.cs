using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Cli.Tests.Processes;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class EmulateVerbTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_serves_until_it_is_stopped_and_says_what_happened(string signal)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Process process = Executable.Shell(_sandbox.Folder, "exec promptc emulate --key sk-1");
        string url = (await process.StandardOutput.ReadLineAsync(cancellation))!;
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-1");
        using HttpResponseMessage response = await http.PostAsync(
            new Uri($"{url}/images/generations"),
            new StringContent("{\"prompt\":\"연\"}", Encoding.UTF8, "application/json"),
            cancellation
        );
        Assert.True(response.IsSuccessStatusCode);
        Stop(process, signal);
        Assert.Equal(
            "1 request, 0 faults; 1 picture for $0.053 would have been paid.\n",
            await process.StandardError.ReadToEndAsync(cancellation)
        );
        await process.WaitForExitAsync(cancellation);
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public async Task Json_is_a_line_at_the_start_and_one_at_the_end()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Process process = Executable.Shell(_sandbox.Folder, "exec promptc emulate --format json --profile azure");
        JsonElement start = Parse(await process.StandardOutput.ReadLineAsync(cancellation));
        Assert.Equal(
            $"http://127.0.0.1:{start.GetProperty("port")}/openai/v1",
            start.GetProperty("baseUrl").GetString()
        );
        Stop(process, "INT");
        JsonElement end = Parse(await process.StandardOutput.ReadToEndAsync(cancellation));
        Assert.Equal(0, end.GetProperty("paid").GetProperty("pictures").GetInt32());
    }

    [Fact]
    public void A_port_in_use_is_said()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        string port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        CliResult result = _sandbox.Run("emulate", "--port", port);
        Assert.Equal(2, result.Code);
        Assert.StartsWith($"error: port {port} cannot be listened on: ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "  Give another with `--port`, or leave it out for a free one\n",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_script_that_cannot_be_used_is_refused_with_its_place()
    {
        _sandbox.Write("s.json", "{\n  \"rules\": [{ \"fault\": \"overload\" }]\n}\n");
        CliResult result = _sandbox.Run("emulate", "--script", "s.json");
        Assert.Equal(2, result.Code);
        Assert.Equal(
            "error: s.json:2:24: there is no fault 'overload'; did you mean 'overloaded'?\n  docs/emulator.md says what a script may hold\n",
            result.Error
        );
    }

    [Theory]
    [InlineData("--port", "70000", "`--port 70000` is no port")]
    [InlineData("--port", "http", "`--port http` is no port")]
    [InlineData("--script", "none.json", "`none.json` cannot be used: it does not exist")]
    public void Options_that_make_no_sense_are_refused(string option, string value, string message)
    {
        CliResult result = _sandbox.Run("emulate", option, value);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static JsonElement Parse(string? line) => JsonDocument.Parse(line!).RootElement;

    private static void Stop(Process process, string signal)
    {
        string id = process.Id.ToString(CultureInfo.InvariantCulture);
        using Process kill = Process.Start("kill", [$"-{signal}", id]);
        kill.WaitForExit();
    }
}
