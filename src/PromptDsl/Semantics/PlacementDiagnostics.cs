using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Text;

namespace PromptDsl.Semantics;

/// <summary>Findings about which kinds, keys and names stand where: IMG1001 to IMG1019.</summary>
internal static class PlacementDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor UnknownKeyCode = Codes.Error("IMG1001", "unknown-key");
    private static readonly DiagnosticDescriptor UnknownKindCode = Codes.Error("IMG1002", "unknown-kind");
    private static readonly DiagnosticDescriptor MisplacedKeyCode = Codes.Error("IMG1003", "misplaced-key");
    private static readonly DiagnosticDescriptor MisplacedKindCode = Codes.Error("IMG1004", "misplaced-kind");
    private static readonly DiagnosticDescriptor BlockAsPropertyCode = Codes.Error("IMG1005", "block-as-property");
    private static readonly DiagnosticDescriptor PropertyAsBlockCode = Codes.Error("IMG1006", "property-as-block");
    private static readonly DiagnosticDescriptor DuplicateKeyCode = Codes.Error("IMG1007", "duplicate-key");
    private static readonly DiagnosticDescriptor DuplicateNameCode = Codes.Error("IMG1008", "duplicate-name");
    private static readonly DiagnosticDescriptor DuplicateSectionCode = Codes.Error("IMG1009", "duplicate-section");
    private static readonly DiagnosticDescriptor MissingNameCode = Codes.Error("IMG1010", "missing-name");
    private static readonly DiagnosticDescriptor UnexpectedNameCode = Codes.Error("IMG1011", "unexpected-name");
    private static readonly DiagnosticDescriptor MissingBlockValueCode = Codes.Error("IMG1012", "missing-block-value");
    private static readonly DiagnosticDescriptor UnexpectedBlockValueCode = Codes.Error(
        "IMG1013",
        "unexpected-block-value"
    );
    private static readonly DiagnosticDescriptor QuotedNameCode = Codes.Error("IMG1014", "quoted-name");
    private static readonly DiagnosticDescriptor MisplacedStatementCode = Codes.Error("IMG1015", "misplaced-statement");
    private static readonly DiagnosticDescriptor StatementLimitCode = Codes.Error("IMG1016", "too-many-statements");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic UnknownKey(SourceSpan place, string key, KindSchema container) =>
        Unknown(UnknownKeyCode, $"{Of(container)} has no key `{key}`", place, key, container, "key", []);

    public static Diagnostic UnknownKind(SourceSpan place, string kind, KindSchema container) =>
        Unknown(
            UnknownKindCode,
            $"`{kind}` is no kind of block",
            place,
            kind,
            container,
            "kind",
            ["use", "param", "define", "include", "for"]
        );

    /// <summary>A word that nothing here has, with what was probably meant.</summary>
    /// <param name="what">What the word is taken for: a key or a kind.</param>
    /// <param name="more">What may be meant beside the keys and blocks of the container.</param>
    private static Diagnostic Unknown(
        DiagnosticDescriptor code,
        string message,
        SourceSpan place,
        string word,
        KindSchema container,
        string what,
        IEnumerable<string> more
    )
    {
        string? foreign = ForeignWords.HelpFor(word);
        string[] known = [.. container.Keys.Select(k => k.Name), .. container.Children, .. more];
        string? english = ForeignWords.InEnglish(word) is { } called && known.Contains(called) ? called : null;
        string? meant = english ?? (foreign is null ? Suggestion.For(word, known) : null);
        string label =
            meant is null ? "not known here"
            : meant == english ? $"it is called `{meant}` here"
            : $"there is a {what} with a similar name: `{meant}`";
        return new(code, message, new DiagnosticLabel(place, label))
        {
            Help = foreign ?? (meant is null ? ListKeys(container) : $"Write `{meant}`."),
            Fixes = meant is null ? [] : [CodeFix.Unsafe($"Write {meant}", place.Span, meant)],
        };
    }

    public static Diagnostic MisplacedKey(
        SourceSpan place,
        string key,
        KindSchema container,
        KindSchema owner,
        string example
    ) =>
        new(
            MisplacedKeyCode,
            $"`{key}` does not stand {In(container)}",
            new DiagnosticLabel(
                place,
                owner.Name == "file" ? "stands at the top of a file" : $"stands in `{owner.Name}`"
            )
        )
        {
            Help =
                owner.Name == "file"
                    ? $"Write it at the top of the file: `{key}: {example}`."
                    : $"Write it as `{owner.Name} {{ {key}: {example} }}`.",
        };

    public static Diagnostic MisplacedWhen(SourceSpan place, bool inLoop) =>
        new(
            MisplacedKeyCode,
            inLoop ? "`when` does not stand in a loop" : "`when` does not stand at the top of a file",
            new DiagnosticLabel(place, "stands in a block")
        )
        {
            Help = "Say it in the block that depends on it: `object \"snow on the roof\" { when: winter }`.",
        };

    public static Diagnostic MisplacedKind(
        SourceSpan place,
        KindSchema kind,
        KindSchema container,
        IReadOnlyList<string> owners
    ) =>
        new(
            MisplacedKindCode,
            $"a block `{kind.Name}` does not stand {In(container)}",
            new DiagnosticLabel(place, owners.Count == 0 ? "not here" : $"stands {Join(owners)}")
        )
        {
            Help =
                owners.Count == 0 ? null
                : owners[0] == "file" ? "Write it at the top of the file."
                : $"Write it as `{owners[0]} {{ {kind.Example} }}`.",
        };

    public static Diagnostic BlockAsProperty(SourceSpan place, KindSchema kind, TextSpan colon, bool takesValue) =>
        new(
            BlockAsPropertyCode,
            $"`{kind.Name}` is a block, not a property",
            new DiagnosticLabel(place, "no colon after this")
        )
        {
            Help = $"Write it as `{kind.Example}`.",
            Fixes = takesValue ? [CodeFix.Safe("Remove the colon", colon, "")] : [],
        };

    public static Diagnostic PropertyAsBlock(SourceSpan place, KeySchema key, TextSpan afterKey, bool hasValue) =>
        new(
            PropertyAsBlockCode,
            $"`{key.Name}` is a property, not a block",
            new DiagnosticLabel(place, "a colon is missing after this")
        )
        {
            Help = $"Write it as `{key.Name}: {key.Example}`.",
            Fixes = hasValue ? [CodeFix.Safe("Insert the colon", afterKey, ":")] : [],
        };

    public static Diagnostic DuplicateKey(SourceSpan place, SourceSpan first, string key, bool inLoop) =>
        new(DuplicateKeyCode, $"`{key}` is said twice", new DiagnosticLabel(place, "said again"))
        {
            Secondary = [new DiagnosticLabel(first, "said first")],
            Help = inLoop
                ? "A loop says everything once a round; a property that is said once belongs outside the loop."
                : "Keep one of the two. Several values form a list: `[\"a\", \"b\"]`.",
        };

    public static Diagnostic DuplicateName(SourceSpan place, SourceSpan first, string name, bool inLoop) =>
        new(DuplicateNameCode, $"the name `{name}` is given twice", new DiagnosticLabel(place, "given again"))
        {
            Secondary = [new DiagnosticLabel(first, "given first")],
            Help =
                inLoop && place == first
                    ? "In a loop a name carries a slot, so that it differs each round: `object \"jar-${n}\" \"a jar\"`."
                    : "Give one of them another name.",
        };

    public static Diagnostic DuplicateSection(SourceSpan place, SourceSpan first, string kind) =>
        new(DuplicateSectionCode, $"there are two `{kind}` in one place", new DiagnosticLabel(place, "the second"))
        {
            Secondary = [new DiagnosticLabel(first, "the first")],
            Help = "Join them into one.",
        };

    public static Diagnostic MissingName(SourceSpan place, KindSchema kind) =>
        new(MissingNameCode, $"`{kind.Name}` needs a name", new DiagnosticLabel(place, "a name is expected after this"))
        {
            Help = $"Write it as `{kind.Example}`.",
        };

    public static Diagnostic UnexpectedName(SourceSpan place, KindSchema kind) =>
        new(UnexpectedNameCode, $"`{kind.Name}` takes no name", new DiagnosticLabel(place, "not expected here"))
        {
            Help = $"Write it as `{kind.Example}`. Text stands in quotation marks.",
        };

    public static Diagnostic NotAName(SourceSpan place, KindSchema kind) =>
        new(
            UnexpectedNameCode,
            $"what stands where `{kind.Name}` has its name is not a name",
            new DiagnosticLabel(place, "not a name")
        )
        {
            Help = $"A name is one word, such as `stone-bridge`. Correct is, for example, `{kind.Example}`.",
        };

    public static Diagnostic ReservedName(SourceSpan place, string name) =>
        new(UnexpectedNameCode, $"`{name}` is a value and cannot be a name", new DiagnosticLabel(place, "reserved"))
        {
            Help = "Give it another name; `true`, `false` and `none` are the only words that are reserved.",
        };

    public static Diagnostic MissingBlockValue(SourceSpan place, KindSchema kind) =>
        new(
            MissingBlockValueCode,
            $"`{kind.Name}` needs a value",
            new DiagnosticLabel(place, $"{Forms.Describe(kind.ValueType)} is expected after this")
        )
        {
            Help = $"Write it as `{kind.Example}`.",
        };

    public static Diagnostic UnexpectedBlockValue(SourceSpan place, KindSchema kind) =>
        new(UnexpectedBlockValueCode, $"`{kind.Name}` takes no value", new DiagnosticLabel(place, "not expected here"))
        {
            Help = $"Write it as `{kind.Example}`.",
        };

    public static Diagnostic QuotedName(SourceSpan place, string name) =>
        new(QuotedNameCode, "a name stands in quotation marks", new DiagnosticLabel(place, "a name is a bare word"))
        {
            Help =
                name.Length == 0
                    ? "A name is a word such as `stone-bridge`."
                    : $"Write `{name}`. Only a name that carries a slot stands in quotation marks.",
            Fixes = name.Length == 0 ? [] : [CodeFix.Safe($"Write {name}", place.Span, name)],
        };

    public static Diagnostic MisplacedStatement(SourceSpan place, string keyword) =>
        new(
            MisplacedStatementCode,
            $"`{keyword}` stands inside a block",
            new DiagnosticLabel(place, "only at the top of a file")
        )
        {
            Help = "Move it to the top of the file; what it declares is known everywhere in it.",
        };

    public static Diagnostic StatementLimit(SourceSpan place) =>
        new(
            StatementLimitCode,
            FormattableString.Invariant(
                $"the file has more than {Limits.Statements:N0} statements after loops and definitions are put in"
            ),
            new DiagnosticLabel(place, "the limit is reached here")
        )
        {
            Help = "Shorten the lists that are looped over, or split the file.",
        };

    public static Diagnostic TotalStatementLimit(SourceSpan place) =>
        new(
            StatementLimitCode,
            FormattableString.Invariant(
                $"all builds of the file together have more than {Limits.TotalStatements:N0} statements"
            ),
            new DiagnosticLabel(place, "the limit is reached here")
        )
        {
            Help = "Let fewer values vary, shorten the lists that are looped over, or split the file.",
        };

    private static string Of(KindSchema container) => container.Name == "file" ? "a file" : $"`{container.Name}`";

    private static string In(KindSchema container) =>
        container.Name == "file" ? "at the top of a file" : $"in `{container.Name}`";

    private static string ListKeys(KindSchema container)
    {
        IEnumerable<string> names = container.Keys.Select(k => k.Name).Concat(container.Children);
        string[] all = [.. names.Distinct()];
        return all.Length == 0
            ? $"Nothing stands in `{container.Name}`; write it as `{container.Example}`."
            : $"What stands here: {string.Join(", ", all.Take(24))}{(all.Length > 24 ? ", …" : "")}.";
    }

    private static string Join(IReadOnlyList<string> owners) =>
        string.Join(", ", owners.Take(4).Select(o => o == "file" ? "at the top of a file" : $"in `{o}`"));
}
