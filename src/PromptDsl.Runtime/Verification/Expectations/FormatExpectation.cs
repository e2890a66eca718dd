using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>The format of the bytes, whatever the name of the file.</summary>
internal static class FormatExpectation
{
    public const string Key = "format";

    public static PictureCheck Check(Field field, CheckedFile file)
    {
        string expected = field.Value.Written;
        return file.Format == expected
            ? field.Passed($"the file is {expected}")
            : field.Failed($"expected {expected}, but {Found(file)}");
    }

    private static string Found(CheckedFile file) =>
        file.Format is { } format ? $"the file is {format}" : $"the file is no picture: {file.Facts.Problem}";
}
