using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Makes what stages and a file without stages have in common: inputs, parameters of the API, variants.</summary>
internal sealed class StageFactory(DiagnosticBag diagnostics, CompilerOptions options)
{
    /// <summary>A stage that does not say yet what it shows.</summary>
    /// <param name="technical">The parameters of the API that are in force.</param>
    /// <param name="visible">What names in it may stand for.</param>
    public Stage Create(
        BlockNode node,
        bool isEdit,
        ImmutableArray<InputPicture> inputs,
        FieldSet technical,
        ImmutableDictionary<string, Thing> visible
    )
    {
        int variants = Integer(node, "variants") ?? technical.Integer("count") ?? 1;
        int select = Integer(node, "select") ?? 1;
        if (select > variants)
        {
            diagnostics.Add(StageDiagnostics.SelectOutOfRange(node.Find("select")!.Value.Place, select, variants));
        }

        string? via = (node.Find("via")?.Value as WordValue)?.Word ?? technical.Word("via");
        return new Stage
        {
            Name = node.Name ?? "",
            IsEdit = isEdit,
            Place = node.Place,
            Scene = Scene.Empty,
            Inputs = inputs,
            Mask = isEdit ? node.Find("mask")?.Value as ImageValue : null,
            DependsOn = [.. inputs.Select(i => i.Source).OfType<StageInput>().Select(s => s.Stage)],
            Variants = variants,
            Select = select,
            Route = TechnicalReader.Route(via),
            Technical = technical,
            Parameters = TechnicalReader.Read(technical, variants, options),
            SaysKeep = isEdit && node.Find("keep") is not null,
            Visible = visible,
        };
    }

    /// <summary>What only an edit has is reported in a new picture.</summary>
    public void ReportEditOnly(BlockNode node)
    {
        foreach (string key in (ReadOnlySpan<string>)["keep", "mask"])
        {
            if (node.Find(key) is { } field)
            {
                diagnostics.Add(StageDiagnostics.EditOnly(field.KeyPlace, key));
            }
        }
    }

    private static int? Integer(BlockNode node, string key) =>
        node.Find(key)?.Value is NumberValue number ? (int)number.Number : null;
}
