using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Files;
using PromptDsl.Emulator.Http;
using PromptDsl.Targets;

namespace PromptDsl.Emulator.Images;

/// <summary>Reads requests of the Images API as strictly as OpenAI's servers do.</summary>
internal sealed class OrderReader(ModelFinder models, FileStore files, bool allowsWebP) : IOrderReader
{
    private const int DefaultCount = 1;

    public PictureOrder Read(ApiRequest request)
    {
        Parameters parameters = request.Parameters;
        ImageModel model = models.Find(request.Deployment ?? parameters.FindText("model"));
        parameters.FindText("model");
        string prompt = parameters.Text("prompt");
        PictureParameterReader.CheckPrompt(parameters, model, prompt);
        bool isStream = parameters.FindFlag("stream");
        PictureOrder order = new PictureParameterReader(parameters, model, allowsWebP).Read(
            request.Endpoint,
            prompt,
            isStream && !request.Has(FaultKind.JsonInsteadOfStream)
        ) with
        {
            Count = ReadCount(parameters, model),
            SafetyIdentifier = parameters.FindText("safety_identifier"),
        };
        parameters.FindText("user");
        if (request.Endpoint == Endpoints.Edits)
        {
            order = ReadInputs(order, parameters);
        }
        else
        {
            ReadSvg(order, parameters);
        }

        parameters.RefuseUnknown();
        if (request.IsInBatch && model.Endpoints.Batch.TryGet(out bool isServed) && !isServed)
        {
            throw parameters.Invalid("model", $"The model '{model.Id}' is not supported by the Batch API.");
        }

        return order;
    }

    private static int ReadCount(Parameters parameters, ImageModel model)
    {
        int count =
            parameters.FindInteger("n", 1, model.MaxCount.TryGet(out int most) ? most : int.MaxValue) ?? DefaultCount;
        return
            count > 1
            && model.SingleImageFormats.TryGet(out ImmutableArray<string> single)
            && single.Contains(parameters.Peek("output_format") ?? "png")
            ? throw parameters.Invalid("n", "Only one image can be generated in this output format.")
            : count;
    }

    private PictureOrder ReadInputs(PictureOrder order, Parameters parameters)
    {
        var reader = new InputPictureReader(files, order.Model);
        ImmutableArray<InputPicture> pictures = parameters.IsForm
            ? reader.ReadParts(parameters, "image", "image[]")
            : reader.ReadArray(parameters, "images");
        InputPicture? mask = ReadOverlay("mask", parameters, reader, pictures[0]);
        InputPicture? markup = ReadOverlay("markup", parameters, reader, pictures[0]);
        if (mask is not null && markup is not null)
        {
            throw parameters.Invalid("markup", "'mask' and 'markup' cannot be used together.");
        }

        return order.Format == "svg"
            ? throw parameters.Invalid("output_format", "SVG output is not supported for image edits.")
            : order with
            {
                Inputs = pictures,
            };
    }

    private static InputPicture? ReadOverlay(
        string name,
        Parameters parameters,
        InputPictureReader reader,
        InputPicture first
    )
    {
        InputPicture? overlay =
            parameters.IsForm ? reader.ReadOptionalPart(parameters, name)
            : parameters.FindElement(name) is { } reference ? reader.ReadReference(reference, name)
            : null;
        if (overlay is not null)
        {
            OverlayCheck.Check(name, overlay, first);
        }

        return overlay;
    }

    private static void ReadSvg(PictureOrder order, Parameters parameters)
    {
        if (parameters.FindElement("svg") is not { } svg)
        {
            return;
        }

        if (order.Format != "svg" || svg.ValueKind != JsonValueKind.Object)
        {
            throw parameters.Invalid("svg", "'svg' is an object that requires output_format 'svg'.");
        }
    }
}
