using PromptDsl.Pictures;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>Whether a C2PA manifest is present; whether it is valid is not checked.</summary>
internal static class ProvenanceExpectation
{
    public const string Key = "provenance";

    public static PictureCheck Check(Field field, CheckedFile file)
    {
        if (file.Format == "svg")
        {
            return field.NotChecked("C2PA manifests of SVG are not read");
        }

        var provenance = Provenance.Read(file.Bytes);
        if (!provenance.IsPresent)
        {
            return field.Failed(
                file.Damage is { } damage
                    ? $"the picture cannot be read: {damage}"
                    : "expected a C2PA manifest, but the file has none, as after editing or converting"
            );
        }

        return provenance.Problem is { } problem
            ? field.Failed($"a C2PA manifest is present and cannot be read: {problem}")
            : field.Passed($"a C2PA manifest is present, {Generator(provenance)}");
    }

    private static string Generator(Provenance provenance) =>
        provenance.Generator is { } name
            ? $"made by {string.Join(' ', name, provenance.GeneratorVersion).Trim()}"
            : "which does not say what made it";
}
