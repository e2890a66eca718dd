using System.Diagnostics;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Processes;

public sealed class ProcessTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_pipe_that_is_closed_early_is_no_error()
    {
        _sandbox.Write("a.imgp", string.Concat(Enumerable.Range(0, 3000).Select(i => $"key{i}:\n")));
        (int code, string output, string error) = Executable.Run(
            _sandbox.Folder,
            "promptc fmt --check --format concise --quiet | head -1; echo ${PIPESTATUS[0]}"
        );
        Assert.Equal(0, code);
        Assert.Equal(["a.imgp:1:5: error IMG0101 `key0:` has no value", "1", ""], output.Split('\n'));
        Assert.Empty(error);
    }

    [Fact]
    public void Standard_input_and_output_are_bytes_in_UTF8()
    {
        (int code, string output, string error) = Executable.Run(
            _sandbox.Folder,
            "promptc fmt -",
            "title:   \"한국어 👩‍👩‍👧\"\n"
        );
        Assert.Equal((0, "title: \"한국어 👩‍👩‍👧\"\n", ""), (code, output, error));
    }

    [Fact]
    public void A_name_that_is_written_decomposed_is_the_same_name()
    {
        // As macOS writes it: 제목 and café in letters and marks. What the author says stays as it is written.
        const string Title = "\u110C\u1166\u1106\u1169\u11A8";
        const string Cafe = "cafe\u0301";
        _sandbox.Write(
            "a.imgp",
            $$"""
            technical { aspect: 16:9, model: "gpt-image-2" }
            details {
              text {{Title}} "{{Title}}" { at: top }
              object {{Cafe}} "a small {{Cafe}}" { below: 제목 }
              object cup "a red cup" { right-of: café, below: {{Title}} }
            }

            """
        );
        (int code, string output, string error) = Executable.Run(
            _sandbox.Folder,
            "promptc build --out out --quiet --format concise && cat out/a/prompt.txt"
        );
        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"\"{Title}\"", output, StringComparison.Ordinal);
        Assert.Contains($"a small {Cafe}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_zone_and_language_of_the_machine_change_no_byte()
    {
        _sandbox.Write(
            "a.imgp",
            "subject: \"가을 호수, 1,5 km\"\ntechnical { aspect: 16:9, model: \"gpt-image-2\" }\nversion: \"1.0\"\n"
        );
        (int code, string output, string error) = Executable.Run(
            _sandbox.Folder,
            "TZ=UTC LC_ALL=C promptc build --out one --quiet && "
                + "TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 promptc build --out two --quiet && diff -r one two && ls one/a"
        );
        Assert.Equal((0, "manifest.json\nmap.json\nprompt.txt\nrequest.json\n", ""), (code, output, error));
    }

    [Fact]
    public void Interrupting_a_wait_for_standard_input_is_code_130()
    {
        using Process process = Executable.Shell(_sandbox.Folder, "exec promptc fmt -");
        Thread.Sleep(500);
        using (Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        { }
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(process.StandardError.ReadToEnd());
    }

    [Theory]
    [InlineData("fmt")]
    [InlineData("lint")]
    [InlineData("build")]
    [InlineData("plan")]
    [InlineData("run --offline")]
    public void Standard_input_that_is_closed_is_an_error(string verb)
    {
        // Without an end of its own the command would wait for ever.
        (int code, string output, string error) = Executable.Run(_sandbox.Folder, $"timeout 60 promptc {verb} - <&-");
        Assert.Equal(
            (2, "", "error: standard input is closed\n  Name a file, or give the text by `< FILE`.\n"),
            (code, output, error)
        );
    }

    [Fact]
    public void What_another_command_writes_can_be_named_as_a_file()
    {
        (int code, string output, string error) = Executable.Run(
            _sandbox.Folder,
            "promptc build --stdout <(echo 'subject: \"a kite\"')"
        );
        Assert.Equal((0, "Subject: a kite.\n", ""), (code, output, error));
    }

    [Fact]
    public void A_full_disk_is_an_error_without_a_stack()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        (int code, _, string error) = Executable.Run(_sandbox.Folder, "promptc models --quiet > /dev/full");
        Assert.Equal(2, code);
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bash_completes_verbs_options_and_values()
    {
        Assert.Equal("build", Complete("promptc bui"));
        Assert.Contains("--stdout", Complete("promptc build --std"), StringComparison.Ordinal);
        Assert.Contains("sarif", Complete("promptc build --format sa"), StringComparison.Ordinal);
        Assert.Equal("sticker", Complete("promptc new stic"));
        Assert.Contains("--offline", Complete("promptc run --off"), StringComparison.Ordinal);
        Assert.Equal("gallery", Complete("promptc runs gal"));
        Assert.Contains("powershell", Complete("promptc completion pow"), StringComparison.Ordinal);
    }

    private string Complete(string line)
    {
        int last = line.Split(' ').Length - 1;
        string script = $$"""
            source <(promptc completion bash)
            COMP_WORDS=({{line}}) COMP_CWORD={{last}} COMP_LINE="{{line}}" COMP_POINT={{line.Length}}
            _promptc
            printf '%s\n' "${COMPREPLY[@]}"
            complete -p promptc >/dev/null
            """;
        (int code, string output, string error) = Executable.Run(_sandbox.Folder, script);
        Assert.True(code == 0 && error.Length == 0, error);
        return output.Trim();
    }
}
