namespace ChatBot;

/// <summary>The section <c>Bot</c> of the configuration. The secret is not in it: it comes from the environment.</summary>
public sealed class BotOptions
{
    /// <summary>Where people reach this server; links to pictures begin so.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5000";

    /// <summary>The servers that answers may be sent to: scheme, host and port.</summary>
    public string[] AnswerTo { get; set; } = ["https://hooks.slack.com"];

    /// <summary>How many orders may wait.</summary>
    public int QueueLength { get; set; } = 32;

    /// <summary>The wait before an answer that did not arrive is sent again; it doubles each time.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What one picture may cost, in US dollars.</summary>
    public decimal MaxCost { get; set; } = 0.10m;

    /// <summary>The folder for pictures, records and cache.</summary>
    public string Folder { get; set; } = "data";
}
