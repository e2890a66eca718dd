using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Compilation;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Comparison.Builds;

/// <summary>Compares requests field by field, without the text.</summary>
internal static class RequestComparer
{
    public static ImmutableArray<RequestDifference> Compare(CompiledStage? before, CompiledStage? after)
    {
        Dictionary<string, string> left = Read(before);
        Dictionary<string, string> right = Read(after);
        return
        [
            .. right
                .Keys.Concat(left.Keys)
                .Distinct()
                .Select(n => new RequestDifference(n, left.GetValueOrDefault(n), right.GetValueOrDefault(n)))
                .Where(d => d.Before != d.After),
        ];
    }

    private static Dictionary<string, string> Read(CompiledStage? stage)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (stage is null)
        {
            return fields;
        }

        ImageRequest request = stage.Request;
        fields.Add("endpoint", request.Endpoint);
        Read(request.Fields, "", stage.Prompt.Text, fields);
        foreach (RequestPart input in request.Inputs)
        {
            fields.Add(Numbered("input ", input.Number), $"{Show(input.Source)} ({string.Join(", ", input.Roles)})");
        }

        if (request.Mask is { } mask)
        {
            fields.Add("mask", Show(mask.Source));
        }

        if (request.PreviousResponse is { } previous)
        {
            fields.Add("previous_response", "stage " + previous);
        }

        if (request.Repeat != 1)
        {
            fields.Add("repeat", Numbered("", request.Repeat));
        }

        return fields;
    }

    private static void Read(
        ImmutableArray<RequestField> fields,
        string path,
        string prompt,
        Dictionary<string, string> into
    )
    {
        foreach (RequestField field in fields)
        {
            Read(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}", prompt, into);
        }
    }

    private static void Read(RequestValue value, string path, string prompt, Dictionary<string, string> into)
    {
        switch (value)
        {
            case RequestValue.Text text when text.Value != prompt:
                into[path] = text.Value;
                break;
            case RequestValue.Number number:
                into[path] = Numbered("", number.Value);
                break;
            case RequestValue.Flag flag:
                into[path] = flag.Value ? "true" : "false";
                break;
            case RequestValue.List list:
                for (int i = 0; i < list.Items.Length; i++)
                {
                    Read(list.Items[i], Numbered(path + " ", i + 1), prompt, into);
                }

                break;
            case RequestValue.Group group:
                Read(group.Fields, path, prompt, into);
                break;
        }
    }

    private static string Show(InputSource source) =>
        source is StageInput stage ? "stage " + stage.Stage : ((FileInput)source).Path;

    private static string Numbered(string text, int number) => text + number.ToString(CultureInfo.InvariantCulture);
}
