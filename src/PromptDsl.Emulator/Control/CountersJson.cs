using System.Globalization;
using System.Text.Json;

namespace PromptDsl.Emulator.Control;

/// <summary>Writes what happened as JSON.</summary>
public static class CountersJson
{
    /// <summary>Writes the properties into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, EmulatorCounters counters, PaidTotal paid)
    {
        json.WriteStartObject("requests");
        foreach ((string endpoint, int count) in counters.Requests)
        {
            json.WriteNumber(endpoint, count);
        }

        json.WriteEndObject();
        json.WriteStartObject("answers");
        foreach ((int status, int count) in counters.Answers)
        {
            json.WriteNumber(status.ToString(CultureInfo.InvariantCulture), count);
        }

        json.WriteEndObject();
        json.WriteStartObject("faults");
        foreach ((string name, int count) in counters.Faults)
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
        json.WriteNumber("mostAtOnce", counters.MostAtOnce);
        json.WriteNumber("filesKept", counters.FilesKept);
        json.WriteNumber("filesDeleted", counters.FilesDeleted);
        json.WriteStartObject("paid");
        json.WriteNumber("pictures", paid.Pictures);
        json.WriteNumber("dollars", paid.Dollars);
        json.WriteNumber("inputTokens", paid.InputTokens);
        json.WriteNumber("outputTokens", paid.OutputTokens);
        json.WriteEndObject();
    }
}
