using System.Text.Json;

namespace PromptDsl.Cli.Tests.Linting;

/// <summary>
/// What SARIF 2.1.0 asks of the parts that are written here, property by property. The schema itself is in no
/// package that the tests could take it from; a property that is not listed is a problem, so that nothing is
/// written unchecked.
/// </summary>
internal sealed class SarifStructure
{
    private readonly List<string> _problems = [];
    private int _rules;

    /// <summary>What is wrong with a log, each with its path.</summary>
    public static List<string> Check(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var check = new SarifStructure();
        check.Log(document.RootElement);
        return check._problems;
    }

    private void Log(JsonElement log)
    {
        Only(log, "$", ["version", "runs"], ["$schema"]);
        Expect(log.GetProperty("version").GetString() == "2.1.0", "$.version");
        Each(log, "runs", "$", Run);
    }

    private void Run(JsonElement run, string path)
    {
        Only(run, path, ["tool", "results"], ["columnKind", "originalUriBaseIds"]);
        Expect(run.GetProperty("columnKind").GetString() == "utf16CodeUnits", $"{path}.columnKind");
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Only(driver, $"{path}.tool.driver", ["name", "rules"], ["semanticVersion"]);
        _rules = driver.GetProperty("rules").GetArrayLength();
        Each(driver, "rules", path, Rule);
        Expect(
            run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").ValueKind == JsonValueKind.Object,
            $"{path}.originalUriBaseIds"
        );
        string?[] ids = [.. driver.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString())];
        Expect(ids.Distinct(StringComparer.Ordinal).Count() == ids.Length, $"{path}: rule ids are not unique");
        Each(run, "results", path, Result);
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            int index = result.GetProperty("ruleIndex").GetInt32();
            Expect(ids[index] == result.GetProperty("ruleId").GetString(), $"{path}: ruleIndex {index}");
        }
    }

    private void Rule(JsonElement rule, string path)
    {
        Only(rule, path, ["id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"], []);
        Text(rule.GetProperty("shortDescription"), $"{path}.shortDescription");
        Text(rule.GetProperty("fullDescription"), $"{path}.fullDescription");
        Text(rule.GetProperty("help"), $"{path}.help");
        Level(rule.GetProperty("defaultConfiguration"), $"{path}.defaultConfiguration");
    }

    private void Result(JsonElement result, string path)
    {
        Only(
            result,
            path,
            ["ruleId", "ruleIndex", "level", "message", "locations", "suppressions"],
            ["relatedLocations", "fixes"]
        );
        Expect(result.GetProperty("ruleIndex").GetInt32() is var i && i >= 0 && i < _rules, $"{path}.ruleIndex");
        Level(result, path);
        Text(result.GetProperty("message"), $"{path}.message");
        Each(result, "locations", path, Location);
        Each(result, "relatedLocations", path, Location);
        Each(result, "fixes", path, Fix);
        Each(result, "suppressions", path, Suppression);
    }

    private void Location(JsonElement location, string path)
    {
        Only(location, path, ["physicalLocation"], ["id", "message"]);
        JsonElement physical = location.GetProperty("physicalLocation");
        Only(physical, path, ["artifactLocation", "region"], []);
        Artifact(physical.GetProperty("artifactLocation"), path);
        Region(physical.GetProperty("region"), $"{path}.region");
    }

    private void Fix(JsonElement fix, string path)
    {
        Only(fix, path, ["description", "artifactChanges"], []);
        Text(fix.GetProperty("description"), path);
        Expect(fix.GetProperty("artifactChanges").GetArrayLength() > 0, $"{path}.artifactChanges");
        Each(
            fix,
            "artifactChanges",
            path,
            (change, at) =>
            {
                Only(change, at, ["artifactLocation", "replacements"], []);
                Artifact(change.GetProperty("artifactLocation"), at);
                Expect(change.GetProperty("replacements").GetArrayLength() > 0, $"{at}.replacements");
                Each(
                    change,
                    "replacements",
                    at,
                    (replacement, inner) =>
                    {
                        Only(replacement, inner, ["deletedRegion", "insertedContent"], []);
                        Region(replacement.GetProperty("deletedRegion"), inner);
                        Only(replacement.GetProperty("insertedContent"), inner, ["text"], []);
                    }
                );
            }
        );
    }

    private void Suppression(JsonElement suppression, string path)
    {
        Only(suppression, path, ["kind"], ["justification"]);
        Expect(suppression.GetProperty("kind").GetString() is "inSource" or "external", $"{path}.kind");
    }

    private void Artifact(JsonElement artifact, string path)
    {
        Only(artifact, path, ["uri"], ["uriBaseId"]);
        string uri = artifact.GetProperty("uri").GetString()!;
        bool isRelative = artifact.TryGetProperty("uriBaseId", out JsonElement root);
        Expect(Uri.TryCreate(uri, isRelative ? UriKind.Relative : UriKind.Absolute, out _), $"{path}.uri");
        Expect(!isRelative || root.GetString() == "SRCROOT", $"{path}.uriBaseId");
        Expect(uri.All(c => c is > ' ' and < '\u007F'), $"{path}.uri is not escaped");
    }

    private void Region(JsonElement region, string path)
    {
        Only(region, path, ["startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"], []);
        int Number(string name) => region.GetProperty(name).GetInt32();
        Expect(Number("startLine") >= 1 && Number("startColumn") >= 1, $"{path}: counted from one");
        Expect(
            (Number("endLine"), Number("endColumn")).CompareTo((Number("startLine"), Number("startColumn"))) >= 0,
            $"{path}: ends before it begins"
        );
        Expect(Number("charOffset") >= 0 && Number("charLength") >= 0, $"{path}: below zero");
    }

    private void Level(JsonElement element, string path) =>
        Expect(element.GetProperty("level").GetString() is "error" or "warning" or "note" or "none", $"{path}.level");

    private void Text(JsonElement message, string path)
    {
        Only(message, path, ["text"], ["markdown"]);
        Expect(message.GetProperty("text").GetString()!.Length > 0, $"{path}.text");
    }

    private void Each(JsonElement owner, string name, string path, Action<JsonElement, string> check)
    {
        if (owner.TryGetProperty(name, out JsonElement items))
        {
            int i = 0;
            foreach (JsonElement item in items.EnumerateArray())
            {
                check(item, $"{path}.{name}[{i++}]");
            }
        }
    }

    private void Only(JsonElement element, string path, string[] required, string[] optional)
    {
        string[] names = [.. element.EnumerateObject().Select(p => p.Name)];
        _problems.AddRange(required.Except(names).Select(n => $"{path}.{n} is missing"));
        _problems.AddRange(names.Except(required).Except(optional).Select(n => $"{path}.{n} is not described"));
        Expect(names.Distinct(StringComparer.Ordinal).Count() == names.Length, $"{path} says something twice");
    }

    private void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            _problems.Add(problem);
        }
    }
}
