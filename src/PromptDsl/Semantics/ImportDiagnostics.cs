using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Semantics;

/// <summary>Findings about files that a file uses: IMG1040 to IMG1049.</summary>
internal static class ImportDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor NotFoundCode = Codes.Error("IMG1040", "import-not-found");
    private static readonly DiagnosticDescriptor OutsideRootCode = Codes.Error("IMG1041", "import-outside-root");
    private static readonly DiagnosticDescriptor CycleCode = Codes.Error("IMG1042", "import-cycle");
    private static readonly DiagnosticDescriptor UnreadableCode = Codes.Error("IMG1043", "import-unreadable");
    private static readonly DiagnosticDescriptor TooManyCode = Codes.Error("IMG1044", "too-many-imports");
    private static readonly DiagnosticDescriptor NeedsAliasCode = Codes.Error("IMG1045", "import-needs-name");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic NotFound(SourceSpan place, string path) =>
        new(NotFoundCode, $"there is no file `{path}`", new DiagnosticLabel(place, "not found"))
        {
            Help = "The path is relative to this file. Check the spelling, the folder and the ending .imgp.",
        };

    public static Diagnostic OutsideRoot(SourceSpan place, string path) =>
        new(
            OutsideRootCode,
            $"`{path}` is a link that leaves the project",
            new DiagnosticLabel(place, "outside the project root")
        )
        {
            Help = "Copy the file into the project: a file is only read inside the project root.",
        };

    public static Diagnostic Cycle(SourceSpan place, IEnumerable<string> chain) =>
        new(CycleCode, "the files use each other in a circle", new DiagnosticLabel(place, "closes the circle"))
        {
            Help = $"The circle is {string.Join(" → ", chain)}. Move what they share into a file of its own.",
        };

    public static Diagnostic Unreadable(SourceSpan place, string path, string reason) =>
        new(UnreadableCode, $"`{path}` cannot be read: {reason}", new DiagnosticLabel(place, "cannot be read"))
        {
            Help = "Check the file and its permissions.",
        };

    public static Diagnostic TooMany(SourceSpan place) =>
        new(
            TooManyCode,
            string.Create(CultureInfo.InvariantCulture, $"the file brings in more than {Limits.Imports} files"),
            new DiagnosticLabel(place, "one file too many")
        )
        {
            Help = "Join small files.",
        };

    public static Diagnostic NeedsAlias(SourceSpan place, string name, string path) =>
        new(NeedsAliasCode, $"the file name `{name}` cannot be used as a name", new DiagnosticLabel(place, "no name"))
        {
            Help = $"Give it a name: `use \"{path}\" as brand`.",
        };
}
