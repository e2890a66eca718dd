using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Faults;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class RunVerbTests : IDisposable
{
    private const string Stages = """
        subject: "호숫가 오두막"
        technical { model: "gpt-image-2", aspect: 1:1, quality: low }
        stage 배치 { variants: 2 }
        stage 분위기 { change: "새벽 물안개로 감싸기" }

        """;

    private const string Paid = """
        subject: "a kite"
        technical { model: "gpt-image-2", aspect: 1:1, quality: low }

        """;

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Pictures_are_on_standard_output_and_all_else_is_not()
    {
        _sandbox.Write("집.imgp", Stages);
        CliResult result = _sandbox.Run("run", "--offline");
        Assert.Equal((0, "out/집/배치-1.png\nout/집/배치-2.png\nout/집/분위기.png\n"), (result.Code, result.Out));
        Assert.Contains("✓ 집.imgp · 배치: 2 pictures", result.Error, StringComparison.Ordinal);
        Assert.All(
            result.Out.TrimEnd().Split('\n'),
            p => Assert.True(_sandbox.Exists(p) && _sandbox.Exists(p + ".json"))
        );
    }

    [Fact]
    public void Quiet_leaves_the_paths()
    {
        _sandbox.Write("a.imgp", Paid);
        CliResult result = _sandbox.Run("run", "--offline", "--quiet");
        Assert.Equal(new CliResult(0, "out/a/a.png\n", ""), result);
    }

    [Theory]
    [InlineData("--from", "분위키기", "there is no stage `분위키기`\n  `분위기` is one.")]
    [InlineData("--until", "light", "there is no stage `light`\n  The stages are `배치`, `분위기`.")]
    [InlineData("--pick", "배치=3", "variant 3 of a.imgp · 배치 cannot go on\n  It has the variants 1 to 2.")]
    [InlineData("--pick", "배치", "`--pick 배치` names no variant of a stage\n  Write --pick mood=3")]
    [InlineData("--pick", "배치=0", "`--pick 배치=0` names no variant of a stage\n  Write --pick mood=3")]
    [InlineData("--concurrency", "0", "`--concurrency 0` is not a number from 1 to 256\n  Write --concurrency 8")]
    [InlineData("--max-cost", "a lot", "`--max-cost a lot` is not an amount of US dollars\n  Write --max-cost 0.50")]
    [InlineData(
        "--resume",
        "20200101-000000-000-aaaa",
        "there is no run yet\n  `promptc run --offline` makes one without a key."
    )]
    public void What_makes_no_sense_is_refused_with_what_to_write(string option, string value, string message)
    {
        _sandbox.Write("a.imgp", Stages);
        CliResult result = _sandbox.Run("run", "a.imgp", "--offline", option, value);
        Assert.Equal(new CliResult(2, "", $"error: {message}\n"), result);
        Assert.Equal(["a.imgp"], _sandbox.Files());
    }

    [Fact]
    public void Two_variants_of_a_stage_do_not_both_go_on()
    {
        _sandbox.Write("a.imgp", Stages);
        CliResult result = _sandbox.Run("run", "--offline", "--pick", "배치=1", "--pick", "배치=2");
        Assert.Equal(
            new CliResult(2, "", "error: `--pick` names two variants of `배치`\n  One of them goes on.\n"),
            result
        );
    }

    [Theory]
    [InlineData("--batch", "`--offline` and `--batch` exclude each other\n  Sketches are made at once.")]
    [InlineData("--wait", "`--wait` is for `--batch`")]
    [InlineData("--base-url=http://127.0.0.1:1/v1", "`--offline` and `--base-url` exclude each other")]
    public void Options_that_exclude_each_other_are_refused(string option, string message)
    {
        _sandbox.Write("a.imgp", Paid);
        Assert.Equal(new CliResult(2, "", $"error: {message}\n"), _sandbox.Run("run", "--offline", option));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/v1")]
    [InlineData("http://user:secret@127.0.0.1/v1")]
    public void An_address_that_is_none_is_refused_without_repeating_it(string address)
    {
        _sandbox.Write("a.imgp", Paid);
        FakeHost host = _sandbox.Host();
        host.Environment["OPENAI_API_KEY"] = "sk-1";
        const string Help = "Write it as http://127.0.0.1:8080/v1, without a user name or a password.";
        CliResult named = Sandbox.Run(host, "run", "--base-url", address);
        Assert.Equal(new CliResult(2, "", $"error: --base-url is not the address of a server\n  {Help}\n"), named);

        FakeHost other = _sandbox.Host();
        other.Environment["OPENAI_API_KEY"] = "sk-1";
        other.Environment["OPENAI_BASE_URL"] = address;
        CliResult set = Sandbox.Run(other, "run");
        Assert.Equal(new CliResult(2, "", $"error: OPENAI_BASE_URL is not the address of a server\n  {Help}\n"), set);
    }

    [Fact]
    public void Without_a_key_nothing_is_sent()
    {
        _sandbox.Write("a.imgp", Paid);
        CliResult result = _sandbox.Run("run");
        Assert.Equal(2, result.Code);
        Assert.Contains("OPENAI_API_KEY is not set", result.Error, StringComparison.Ordinal);
        Assert.Contains("--offline", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OPENAI_API_KEY", "sk-1 sk-2")]
    [InlineData("OPENAI_API_KEY", "sk-1\nsk-2")]
    [InlineData("OPENAI_API_KEY", "sk-ключ")]
    [InlineData("OPENAI_ORG_ID", "org\r\n1")]
    public void What_no_header_takes_is_refused_without_repeating_it(string variable, string value)
    {
        _sandbox.Write("a.imgp", Paid);
        FakeHost host = Customer();
        host.Environment[variable] = value;
        CliResult result = Sandbox.Run(host, "run", "--yes");
        Assert.Equal(
            new CliResult(
                2,
                "",
                $"error: {variable} has a space, a line break or a character that is not ASCII\n  Set it to the value alone.\n"
            ),
            result
        );
    }

    [Fact]
    public async Task A_key_from_a_file_may_end_in_a_line_break()
    {
        await using EmulatorServer server = await StartAsync();
        _sandbox.Write("a.imgp", Paid);
        FakeHost host = Customer();
        host.Environment["OPENAI_API_KEY"] += "\r\n";
        CliResult result = Sandbox.Run(host, "run", "--yes", "--base-url", server.BaseUrl.ToString());
        Assert.True(result.Code == 0, result.ToString());
    }

    [Fact]
    public void White_space_is_no_key()
    {
        _sandbox.Write("a.imgp", Paid);
        FakeHost host = Customer();
        host.Environment["OPENAI_API_KEY"] = " \n";
        Assert.Contains("OPENAI_API_KEY is not set", Sandbox.Run(host, "run").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_errors_sends_nothing()
    {
        _sandbox.Write("a.imgp", "subject: \"a kite\"\nmoood: 1\n");
        CliResult result = _sandbox.Run("run", "--offline");
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Contains("IMG1001", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_definitions_only_has_no_picture_to_make()
    {
        _sandbox.Write("a.imgp", "define color ink #102030\n");
        CliResult result = _sandbox.Run("run", "--offline");
        Assert.Equal(2, result.Code);
        Assert.Contains("there is no picture to make", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_stands_alone_on_standard_output()
    {
        _sandbox.Write("a.imgp", Stages);
        CliResult result = _sandbox.Run("run", "--offline", "--format", "json");
        string[] lines = result.Out.TrimEnd().Split('\n');
        Assert.Equal(("run-started", "run-finished"), (EventOf(lines[0]), EventOf(lines[^1])));
        Assert.All(lines, line => Assert.NotEmpty(EventOf(line)));
    }

    [Fact]
    public void A_terminal_gets_a_tree_that_ends_complete()
    {
        _sandbox.Write("a.imgp", Stages);
        FakeHost host = _sandbox.Host();
        host.IsErrorTerminal = true;
        CliResult result = Sandbox.Run(host, "run", "--offline", "--color", "never");
        Assert.Matches(
            "a\\.imgp\n  ✓ 배치  2 pictures  [0-9.]+ s\n  ✓ 분위기  1 picture  [0-9.]+ s\n2 of 2 stages, so far \\$0\\.00\n",
            result.Error.Replace("\e[K", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_terminal_that_moves_no_cursor_gets_lines()
    {
        _sandbox.Write("a.imgp", Paid);
        FakeHost host = _sandbox.Host();
        host.IsErrorTerminal = true;
        host.Environment["TERM"] = "dumb";
        CliResult result = Sandbox.Run(host, "run", "--offline");
        Assert.StartsWith("✓ a.imgp: 1 picture (", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', result.Error);
    }

    [Theory]
    [InlineData("y\n", 0)]
    [InlineData("예\n", 0)]
    [InlineData("n\n", 1)]
    [InlineData("\n", 1)]
    [InlineData("", 1)]
    public async Task The_price_is_agreed_to_at_a_terminal(string answer, int code)
    {
        await using EmulatorServer server = await StartAsync();
        _sandbox.Write("a.imgp", Paid);
        FakeHost host = Customer();
        host.IsInputTerminal = true;
        host.IsErrorTerminal = true;
        host.Input = new MemoryStream(Encoding.UTF8.GetBytes(answer));
        CliResult result = Sandbox.Run(host, "run", "--base-url", server.BaseUrl.ToString());
        Assert.Equal(code, result.Code);
        Assert.Contains(
            $"This run sends 1 request for 1 picture to {server.BaseUrl}: $0.0",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(code == 0 ? 1 : 0, server.Requests.Length);
        Assert.Equal(code == 0, _sandbox.Exists("out/a/a.png"));
        Assert.Equal(code == 0, result.Error.Contains("1 of 1 stage", StringComparison.Ordinal));
        Assert.DoesNotContain("0 of 0", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_question_sends_nothing_and_waits_for_no_answer()
    {
        await using EmulatorServer server = await StartAsync();
        _sandbox.Write("a.imgp", Paid);
        FakeHost host = Customer();
        host.IsInputTerminal = true;
        using var end = new ManualResetEventSlim();
        host.Input = new SilentKeyboard(host.Interrupt, end);
        CliResult result = Sandbox.Run(host, "run", "--base-url", server.BaseUrl.ToString());
        Assert.Equal((130, ""), (result.Code, result.Out));
        Assert.EndsWith("Send them? [y/N] \nNothing was sent.\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        end.Set();
    }

    [Fact]
    public async Task Where_nobody_can_answer_the_answer_is_no()
    {
        await using EmulatorServer server = await StartAsync();
        _sandbox.Write("a.imgp", Paid);
        FakeHost host = Customer();
        host.Input = new MemoryStream("y\n"u8.ToArray());
        CliResult result = Sandbox.Run(host, "run", "--base-url", server.BaseUrl.ToString());
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Contains("--yes agrees beforehand", result.Error, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_a_part_of_a_run_costs_is_held_against_the_budget()
    {
        await using EmulatorServer server = await StartAsync();
        _sandbox.Write("a.imgp", Stages);
        string[] call = ["run", "--base-url", server.BaseUrl.ToString(), "--yes", "--max-cost", "0.10"];
        Assert.Equal(1, Sandbox.Run(Customer(), call).Code);
        Assert.Empty(server.Requests);
        CliResult part = Sandbox.Run(Customer(), [.. call, "--until", "배치"]);
        Assert.True(part.Code == 0, part.ToString());
    }

    [Fact]
    public void Configuration_chooses_provider_output_and_cache()
    {
        _sandbox.Write("promptc.yaml", "run: { provider: sketch, output: art, cache: kept, concurrency: 2 }\n");
        _sandbox.Write("a.imgp", Paid);
        CliResult result = _sandbox.Run("run", "--quiet");
        Assert.Equal(new CliResult(0, "art/a/a.png\n", ""), result);
        Assert.True(_sandbox.Exists("kept/entries"));
        Assert.Contains("run.provider", _sandbox.Run("config", "show").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_none_is_shown_in_the_configuration()
    {
        _sandbox.Write("promptc.yaml", "run:\n  concurrency: many\n");
        _sandbox.Write("a.imgp", Paid);
        CliResult result = _sandbox.Run("run", "--offline");
        Assert.Equal(2, result.Code);
        Assert.Contains("`run.concurrency` is not a number from 1 to 256", result.Error, StringComparison.Ordinal);
        Assert.Contains("--> promptc.yaml:2:16", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_profile_can_be_configured() =>
        Assert.Equal(CompatibilityProfiles.All.Select(p => p.Name), ConfigurationKeys.Profile.Words);

    [Fact]
    public async Task Deployments_of_Azure_are_named_in_the_address()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Profile = EmulatorProfile.Azure, Picture = PictureStyle.Tiny },
            TestContext.Current.CancellationToken
        );
        _sandbox.Write("a.imgp", Paid);
        var address = new Uri(server.BaseUrl, "/openai/deployments?api-version=2025-04-01-preview");
        CliResult result = Sandbox.Run(Customer(), "run", "--base-url", $"{address}", "--profile", "azure", "--yes");
        Assert.True(result.Code == 0, result.ToString());
        Assert.Equal(
            "/openai/deployments/gpt-image-2/images/generations?api-version=2025-04-01-preview",
            Assert.Single(server.Requests).Path
        );
    }

    [Theory]
    [InlineData(
        "http://127.0.0.1:9/v1?code=secret",
        "localai",
        "the base address cannot be used: the address has a query that is not sent: only api-version=VERSION may be there"
    )]
    [InlineData(
        "http://127.0.0.1:9/openai/deployments/a",
        "azure",
        "the base address cannot be used: an address with deployments needs the version of the API: add ?api-version=VERSION"
    )]
    [InlineData(null, "localai", "the profile `localai` needs the address of its server")]
    public void A_server_needs_an_address_that_requests_can_be_sent_to(string? address, string profile, string message)
    {
        _sandbox.Write("a.imgp", Paid);
        string[] call = ["run", "--yes", "--profile", profile];
        CliResult result = Sandbox.Run(Customer(), address is null ? call : [.. call, "--base-url", address]);
        Assert.Equal(2, result.Code);
        Assert.StartsWith($"error: {message}\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_on_repeats_the_command_line_and_what_is_said_now_counts_more()
    {
        _sandbox.Write("a.imgp", Stages + "param unused: text = \"x\"\n");
        string[] call = ["run", "--offline", "a.imgp", "--pick", "배치=2", "--set", "unused=y", "--concurrency", "2"];
        Assert.Equal(0, _sandbox.Run(["--quiet", .. call, "--format", "json"]).Code);
        CliResult again = _sandbox.Run("run", "--resume", "--concurrency", "1");
        Assert.True(again.Code == 0, again.ToString());
        Assert.Equal("out/a/배치-1.png\nout/a/배치-2.png\nout/a/분위기.png\n", again.Out);
        Assert.Contains("made before", again.Error, StringComparison.Ordinal);
        using JsonDocument shown = JsonDocument.Parse(_sandbox.Run("runs", "show", "--format", "json").Out);
        JsonElement second = shown.RootElement.GetProperty("written")[1];
        Assert.True(second.GetProperty("selected").GetBoolean());
    }

    [Fact]
    public void A_run_of_the_whole_folder_goes_on_in_it()
    {
        _sandbox.Write("a.imgp", Paid);
        _sandbox.Write("b/b.imgp", Paid);
        string pictures = _sandbox.Run("run", "--offline").Out;
        CliResult again = _sandbox.Run("run", "--resume");
        Assert.Equal((0, pictures), (again.Code, again.Out));
        Assert.Contains("made before", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Going_on_in_another_folder_is_refused()
    {
        _sandbox.Write("b/a.imgp", Paid);
        Assert.Equal(0, Sandbox.Run(_sandbox.Host("b"), "run", "--offline", "a.imgp").Code);
        CliResult result = _sandbox.Run("run", "--resume");
        Assert.Equal(2, result.Code);
        Assert.Contains("Go on with it in b", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_many_stages_is_shown_once()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.Error(403)));
        foreach (char name in "abcdefgh")
        {
            _sandbox.Write($"{name}.imgp", Paid.Replace("kite", $"kite {name}", StringComparison.Ordinal));
        }

        CliResult result = Sandbox.Run(Customer(), "run", "--yes", "--quiet", "--base-url", server.BaseUrl.ToString());
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Single(result.Error.Split('\n'), line => line.StartsWith("failed ", StringComparison.Ordinal));
        Assert.Contains(
            "  = also: b.imgp, c.imgp, d.imgp, e.imgp, f.imgp and 2 others\n",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_picture_lacks_is_said_once_at_its_place()
    {
        await using EmulatorServer server = await StartAsync();
        _sandbox.Write("a.imgp", Paid + "\nexpect { size: 640x640, provenance: c2pa }\n");

        CliResult result = Sandbox.Run(Customer(), "run", "--yes", "--quiet", "--base-url", server.BaseUrl.ToString());

        Assert.Equal(1, result.Code);
        Assert.Contains("failed a.imgp: the picture fails 2 expectations\n", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Split('\n'), l => l.Contains("expected a C2PA manifest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_key_is_asked_for_once_and_the_run_says_how_it_goes_on()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new EmulatorOptions { Key = "sk-2" },
            TestContext.Current.CancellationToken
        );
        foreach (char name in "abcdefgh")
        {
            _sandbox.Write($"{name}.imgp", Paid.Replace("kite", $"kite {name}", StringComparison.Ordinal));
        }

        CliResult result = Sandbox.Run(
            Customer(),
            "run",
            "--yes",
            "--concurrency",
            "1",
            "--base-url",
            server.BaseUrl.ToString()
        );

        Assert.Equal(1, result.Code);
        Assert.Single(server.Requests);
        Assert.Matches(
            "Run [0-9a-z-]+ stopped, as the key is not accepted: .*, 8 stages left. `promptc run --resume [0-9a-z-]+` goes on.",
            result.Error
        );
    }

    [Fact]
    public async Task A_place_that_is_taken_is_named_with_how_the_run_goes_on()
    {
        await using EmulatorServer server = await StartAsync();
        _sandbox.Write("a.imgp", Paid);
        _sandbox.Write("out/a/a.png/b.txt", "");

        CliResult result = Sandbox.Run(Customer(), "run", "--yes", "--base-url", server.BaseUrl.ToString());

        Assert.Equal(1, result.Code);
        Assert.Contains("a.png` cannot be written: a folder stands there", result.Error, StringComparison.Ordinal);
        Assert.Contains("`promptc run --resume", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_shown_at_the_lines_that_made_the_prompt()
    {
        await using EmulatorServer server = await StartAsync(new FaultRule(Fault.ModeratedInput("violence")));
        _sandbox.Write("a.imgp", Paid);
        CliResult result = Sandbox.Run(Customer(), "run", "--base-url", server.BaseUrl.ToString(), "--yes");
        Assert.Equal(1, result.Code);
        Assert.Contains("--> a.imgp:1", result.Error, StringComparison.Ordinal);
        Assert.Contains("`promptc run --resume", result.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    private FakeHost Customer()
    {
        FakeHost host = _sandbox.Host();
        host.Environment["OPENAI_API_KEY"] = "sk-1";
        return host;
    }

    /// <summary>Where nobody types, and the user interrupts as soon as somebody waits for it.</summary>
    private sealed class SilentKeyboard(CancellationTokenSource interrupt, ManualResetEventSlim end) : MemoryStream
    {
        public override int ReadByte()
        {
            interrupt.Cancel();
            end.Wait();
            return -1;
        }
    }

    private static Task<EmulatorServer> StartAsync(params ImmutableArray<FaultRule> script) =>
        EmulatorServer.StartAsync(
            new EmulatorOptions { Script = script, Picture = PictureStyle.Tiny },
            TestContext.Current.CancellationToken
        );

    private static string EventOf(string line) =>
        JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()!;
}
