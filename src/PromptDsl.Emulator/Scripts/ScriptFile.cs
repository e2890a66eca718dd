using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Scripts;

/// <summary>Reads scripts, see <c>docs/schemas/emulator-script.schema.json</c>.</summary>
public static class ScriptFile
{
    private const int Version = 1;

    /// <summary>The options with what a script says about them.</summary>
    /// <param name="json">The script, JSON in UTF-8; comments are allowed.</param>
    /// <param name="options">What holds where the script says nothing.</param>
    /// <exception cref="ScriptException">The script cannot be used.</exception>
    public static EmulatorOptions Read(ReadOnlySpan<byte> json, EmulatorOptions options)
    {
        var text = new ScriptText(json.StartsWith("\uFEFF"u8) ? json[3..].ToArray() : json.ToArray());
        var script = new ScriptObject(text, text.Parse());
        script.FindText("$schema");
        script.FindInteger("schema", Version, Version);
        options = options with
        {
            Latency = script.FindMilliseconds("latencyMs") ?? options.Latency,
            Picture = script.FindWord("picture", ["pattern", "tiny"]) is { } picture
                ? Enum.Parse<PictureStyle>(picture, ignoreCase: true)
                : options.Picture,
            BatchPolls = script.FindInteger("batchPolls", 1) ?? options.BatchPolls,
            Limits = script.FindObject("limits") is { } limits ? ReadLimits(limits) : options.Limits,
            Script = [.. script.Objects("rules").Select(ReadRule)],
        };
        script.RefuseUnknown();
        return options;
    }

    private static RateLimitOptions ReadLimits(ScriptObject limits)
    {
        var options = new RateLimitOptions
        {
            Requests = limits.FindInteger("requests", 1),
            Tokens = limits.FindInteger("tokens", 1),
            Images = limits.FindInteger("images", 1),
            Window = limits.FindInteger("windowMs", 1) is { } window
                ? TimeSpan.FromMilliseconds(window)
                : TimeSpan.FromMinutes(1),
        };
        limits.RefuseUnknown();
        return options;
    }

    private static FaultRule ReadRule(ScriptObject rule)
    {
        Fault fault = FaultNames.Find(rule.Word("fault", FaultNames.All));
        fault = fault with
        {
            Status = rule.FindInteger("status", 400, 599) ?? fault.Status,
            Type = rule.FindText("type") ?? fault.Type,
            Code = rule.FindText("code") ?? fault.Code,
            Message = rule.FindText("message") ?? fault.Message,
            Parameter = rule.FindText("param") ?? fault.Parameter,
            ModerationStage = rule.FindWord("stage", ["input", "output", "unknown"]) ?? fault.ModerationStage,
            ModerationCategories = rule.Texts("categories"),
            Headers = rule.Headers("headers"),
            RetryAfter = rule.FindMilliseconds("retryAfterMs"),
            Delay = rule.FindMilliseconds("delayMs") ?? TimeSpan.Zero,
            EventDelay = rule.FindMilliseconds("eventDelayMs") ?? TimeSpan.Zero,
        };
        ScriptObject? when = rule.FindObject("when");
        rule.RefuseUnknown();
        return when is null ? new FaultRule(fault) : ReadConditions(when, new FaultRule(fault));
    }

    private static FaultRule ReadConditions(ScriptObject when, FaultRule rule)
    {
        rule = rule with
        {
            Endpoint = ReadEndpoint(when, rule.Fault),
            Model = when.FindText("model"),
            Prompt = when.FindText("prompt"),
            InBatch = when.FindFlag("inBatch"),
            Request = when.FindInteger("request", 1),
            Chance = when.FindNumber("chance", 0, 1),
            Seed = when.FindInteger("seed", 0) ?? 0,
            Times = when.FindInteger("times", 1),
        };
        when.RefuseUnknown();
        return rule;
    }

    private static string? ReadEndpoint(ScriptObject when, Fault fault)
    {
        const string Name = "endpoint";
        string? endpoint = when.FindWord(Name, Endpoints.All);
        return endpoint is null || FaultScope.Includes(fault.Kind, endpoint)
            ? endpoint
            : throw when.Problem(
                Name,
                $"'{fault.Name}' cannot happen at '{endpoint}'; it can at {string.Join(", ", Endpoints.All.Where(e => FaultScope.Includes(fault.Kind, e)))}"
            );
    }
}
