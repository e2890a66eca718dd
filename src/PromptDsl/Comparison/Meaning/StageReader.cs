using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads the steps of a file; one without stages has a single step without a name.</summary>
internal static class StageReader
{
    public static Element Read(Stage stage, PromptModel model)
    {
        bool isFile = stage.Name.Length == 0;
        var element = new Element("stage", stage.Name, stage.Place)
        {
            Identity = ElementIdentity.Name,
            Area = ChangeArea.Stages,
            Scope = NameScope.Picture,
            Segment = isFile ? "" : "stage " + stage.Name,
        };
        ReadStep(stage, model, element);
        ReadTechnical(stage, model, element);
        foreach (Field field in stage.Expect)
        {
            element.Add(
                FactReader.Read(field, ChangeArea.Expectations) with
                {
                    Key = "expect." + field.Key,
                    Role = FactRole.Plain,
                }
            );
        }

        SceneReader.Read(stage.Own, element);
        foreach (Reference reference in stage.OwnReferences)
        {
            element.Add(ReferenceReader.Read(reference));
        }

        return element;
    }

    private static void ReadStep(Stage stage, PromptModel model, Element into)
    {
        if (!stage.Changes.IsEmpty)
        {
            FactValue changes = ValueReader.Read(stage.Changes);
            into.Add(FactReader.Read("change", changes, stage.Changes[0].Place, ChangeArea.Stages));
        }

        if (From(stage) is { } from)
        {
            into.Add(from);
        }

        if (stage.IsEdit)
        {
            into.Add(Keep(stage));
        }

        if (stage.Mask is { } mask)
        {
            into.Add(FactReader.Read("mask", ValueReader.Read(mask), mask.Place, ChangeArea.Stages));
        }

        if (stage.Variants != 1)
        {
            bool isCount = stage.Technical.Integer("count") == stage.Variants;
            into.Add(Setting("variants", Number(stage.Variants), "count", isCount, stage, model));
        }

        if (stage.Select != 1)
        {
            into.Add(FactReader.Read("select", Number(stage.Select), stage.Place, ChangeArea.Stages));
        }

        if (stage.Route == ApiRoute.Responses)
        {
            bool isVia = stage.Technical.Word("via") == "responses";
            into.Add(Setting("via", FactValue.Plain("responses"), "via", isVia, stage, model));
        }
    }

    /// <summary>What a stage says itself, or <c>technical</c> under a key of its own.</summary>
    private static Fact Setting(
        string key,
        FactValue value,
        string technicalKey,
        bool isTechnical,
        Stage stage,
        PromptModel model
    )
    {
        Field? field = isTechnical ? stage.Technical.Find(technicalKey) : null;
        return new Fact(key, value, field?.Value.Place ?? stage.Place, ChangeArea.Technical)
        {
            PathKey = field is null ? key : "technical." + technicalKey,
            IsOfFile = field is not null && IsOfFile(field, model),
        };
    }

    private static FactValue Number(int number) => FactValue.Plain(number.ToString(CultureInfo.InvariantCulture));

    private static bool IsOfFile(Field field, PromptModel model) =>
        model.Technical.Find(field.Key)?.KeyPlace == field.KeyPlace;

    private static Fact? From(Stage stage)
    {
        List<(InputSource Source, SourceSpan Place)> inputs =
        [
            .. stage
                .Inputs.SelectMany(i => i.Uses.Select(u => (i.Source, Use: u)))
                .Where(i => i.Use.Reference is null)
                .Select(i => (i.Source, i.Use.Place)),
        ];
        if (inputs.Count == 0)
        {
            return stage.Name.Length == 0 || stage.IsEdit
                ? null
                : new Fact("from", FactValue.Plain("none"), stage.Place, ChangeArea.Stages) { Role = FactRole.Implied };
        }

        bool isImplied = inputs is [(StageInput, var place)] && place == stage.Place;
        List<BoundValue> values = inputs.ConvertAll(i =>
            i.Source is StageInput input
                ? (BoundValue)new NameValue(input.Stage, i.Place)
                : new ImageValue(((FileInput)i.Source).Path, i.Place)
        );
        BoundValue value = values is [var only] ? only : new ListValue([.. values], inputs[0].Place);
        return new Fact("from", ValueReader.Read(value, scope: NameScope.Picture), inputs[0].Place, ChangeArea.Stages)
        {
            Role = isImplied ? FactRole.Implied : FactRole.Plain,
        };
    }

    private static Fact Keep(Stage stage)
    {
        ImmutableArray<BoundValue> items =
        [
            .. stage.Keeps.Select(k =>
                k.Thing is { Name: { } name } ? (BoundValue)new NameValue(name, k.Place) : new TextValue(k.Text!)
            ),
        ];
        SourceSpan place = stage.Keeps.IsEmpty ? stage.Place : stage.Keeps[0].Place;
        return new Fact(
            "keep",
            ValueReader.Read(new ListValue(items, place), isOrdered: false),
            place,
            ChangeArea.Stages
        )
        {
            Role = stage.SaysKeep ? FactRole.Plain : FactRole.Implied,
        };
    }

    private static void ReadTechnical(Stage stage, PromptModel model, Element into)
    {
        foreach (Field field in stage.Technical.Where(f => f.Key is not ("count" or "via")))
        {
            into.Add(
                FactReader.Read(field, ChangeArea.Technical) with
                {
                    Key = "technical." + field.Key,
                    IsOfFile = IsOfFile(field, model),
                }
            );
        }
    }
}
