using FsCheck;
using FsCheck.Fluent;

namespace PromptDsl.Tests.Syntax.Grammar;

/// <summary>Generators of texts made of generators of texts.</summary>
internal static class GenExtensions
{
    /// <summary>The pieces one after the other.</summary>
    public static Gen<string> Join(params Gen<string>[] pieces) => Gen.CollectToArray(pieces).Select(string.Concat);

    /// <summary>The piece, or nothing.</summary>
    public static Gen<string> Maybe(this Gen<string> piece) => Gen.OneOf(Gen.Constant(""), piece);

    /// <summary>A few pieces, one after the other.</summary>
    public static Gen<string> Some(this Gen<string> piece, int atMost) =>
        from count in Gen.Choose(0, atMost)
        from pieces in piece.ListOf(count)
        select string.Concat(pieces);

    public static Gen<string> Just(string text) => Gen.Constant(text);
}
