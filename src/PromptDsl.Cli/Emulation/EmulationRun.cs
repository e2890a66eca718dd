using System.Globalization;
using System.Runtime.InteropServices;
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.Host.Cancellation);

        // The way in which CI systems and containers stop what they started.
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                stop.Cancel();
            }
        );
        EmulatorServer server = EmulatorServer.StartAsync(options, stop.Token).GetAwaiter().GetResult();
        try
        {
            WriteStart(server, settings, context);
            stop.Token.WaitHandle.WaitOne();
            WriteSummary(server, settings, context);
        }
        finally
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        return ExitCode.Interrupted;
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
                    $"`{context.DisplayPath(path)}` cannot be used: line {e.Line}, column {e.Column}: {e.Message}"
                ),
                "docs/emulator.md describes scripts"
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
