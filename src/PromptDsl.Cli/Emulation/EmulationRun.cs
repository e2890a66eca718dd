using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Emulator;
using PromptDsl.Emulator.Control;
using PromptDsl.Emulator.Scripts;
using PromptDsl.Semantics;
using PromptDsl.Targets.Prices;
using PromptDsl.Text;

namespace PromptDsl.Cli.Emulation;

/// <summary>Runs an emulator until it is stopped. Whoever loads this type loads ASP.NET.</summary>
internal static class EmulationRun
{
    public static int Run(EmulationSettings settings, CommandContext context)
    {
        EmulatorOptions options = ReadOptions(settings, context);
        CancellationToken stop = context.Host.Cancellation;
        EmulatorServer server = Start(options, stop);
        try
        {
            WriteStart(server, settings, context);
            stop.WaitHandle.WaitOne();
            WriteSummary(server, settings, context);
        }
        finally
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        return ExitCode.Interrupted;
    }

    private static EmulatorServer Start(EmulatorOptions options, CancellationToken stop)
    {
        try
        {
            return EmulatorServer.StartAsync(options, stop).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new UsageException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"port {options.Port} cannot be listened on: {e.GetBaseException().Message.TrimEnd('.')}"
                ),
                "Give another with `--port`, or leave it out for a free one"
            );
        }
    }

    private static EmulatorOptions ReadOptions(EmulationSettings settings, CommandContext context)
    {
        var options = new EmulatorOptions
        {
            Port = settings.Port,
            Key = settings.Key,
            Profile = ProfileOf(settings.Profile),
            Catalog = Configuration.ConfiguredModels.CatalogOf(context.ConfigurationOf(context.Host.WorkingDirectory)),
        };
        if (settings.Script is not { } script)
        {
            return options;
        }

        string path = context.AbsolutePath(script);
        try
        {
            return ScriptFile.Read(BoundedFile.ReadNamed(path, context.DisplayPath(path)), options);
        }
        catch (ScriptException e)
        {
            throw new UsageException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{context.DisplayPath(path)}:{e.Line}:{e.Column}: {e.Message}"
                ),
                "docs/emulator.md says what a script may hold"
            );
        }
    }

    private static EmulatorProfile ProfileOf(string name) =>
        name switch
        {
            "azure" => EmulatorProfile.Azure,
            "localai" => EmulatorProfile.LocalAI,
            "vllm-omni" => EmulatorProfile.VllmOmni,
            "sglang" => EmulatorProfile.Sglang,
            "xinference" => EmulatorProfile.Xinference,
            "sd-cpp" => EmulatorProfile.SdCpp,
            _ => EmulatorProfile.OpenAI,
        };

    private static void WriteStart(EmulatorServer server, EmulationSettings settings, CommandContext context)
    {
        if (settings.IsJson)
        {
            WriteLine(
                context,
                json =>
                {
                    json.WriteString("baseUrl", server.BaseUrl.AbsoluteUri);
                    json.WriteNumber("port", server.BaseUrl.Port);
                    json.WriteString("profile", settings.Profile);
                }
            );
        }
        else
        {
            context.Host.Out.WriteLine(server.BaseUrl.AbsoluteUri);
        }

        context.Host.Out.Flush();
    }

    private static void WriteSummary(EmulatorServer server, EmulationSettings settings, CommandContext context)
    {
        if (settings.IsJson)
        {
            WriteLine(context, json => CountersJson.Write(json, server.Counters, server.Paid));
            context.Host.Out.Flush();
            return;
        }

        int requests = server.Counters.Requests.Values.Sum();
        int faults = server.Counters.Faults.Values.Sum();
        string paid = $"{Forms.Count(server.Paid.Pictures, "picture")} for {new Money(server.Paid.Dollars)}";
        context.Report(
            $"{Forms.Count(requests, "request")}, {Forms.Count(faults, "fault")}; {paid} would have been paid."
        );
        context.Host.Error.Flush();
    }

    // A line each, for whoever reads while the server runs.
    private static void WriteLine(CommandContext context, Action<Utf8JsonWriter> write) =>
        context.Host.Out.WriteLine(
            JsonText.Line(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schema", JsonOutput.Schema);
                write(json);
                json.WriteEndObject();
            })
        );
}
