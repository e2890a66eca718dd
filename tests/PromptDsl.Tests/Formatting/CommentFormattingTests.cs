using Xunit;

namespace PromptDsl.Tests.Formatting;

public sealed class CommentFormattingTests
{
    [Fact]
    public void Comments_stay_with_their_statements() =>
        FormatAssert.Formats(
            """
            // A poster.  
               //No blank is put in.

            /* About
                 the title */
            title: "a"     // why
              /* own line */
            version: "1"/* tight */ // and more
            // the end
            """,
            """
            // A poster.
            //No blank is put in.

            /* About
                 the title */
            title: "a" // why
            /* own line */
            version: "1" /* tight */ // and more
            // the end
            """
        );

    [Fact]
    public void A_file_of_comments() =>
        FormatAssert.Formats("\n\n // a\n\n\n /* b */ /* c */ ", "// a\n\n/* b */ /* c */");

    [Theory]
    [InlineData("a { // why\n x: 1 }", "a { // why\n  x: 1\n}")]
    [InlineData("a { /* why */ x: 1 }", "a {\n  /* why */ x: 1\n}")]
    [InlineData("a { x: 1 /* why */ }", "a {\n  x: 1 /* why */\n}")]
    [InlineData("a { x: 1 /* b */, /* c */ y: 2 }", "a {\n  x: 1 /* b */\n  /* c */ y: 2\n}")]
    [InlineData("a { x: 1, // b\n y: 2 }", "a {\n  x: 1 // b\n  y: 2\n}")]
    [InlineData("a { x: 1 // b\n , /* c */ y: 2 }", "a {\n  x: 1 // b\n  /* c */ y: 2\n}")]
    [InlineData("a { x: 1\n\n// b\n}", "a {\n  x: 1\n\n  // b\n}")]
    [InlineData("a { x: 1 /* b\n c */ y: 2 }", "a {\n  x: 1\n  /* b\n c */\n  y: 2\n}")]
    public void In_a_body(string input, string expected) => FormatAssert.Formats(input, expected);

    [Theory]
    [InlineData("a { /* todo */ }", "a {\n  /* todo */\n}")]
    [InlineData("a { // todo\n}", "a { // todo\n}")]
    [InlineData("a {\n\n// todo\n\n}", "a {\n  // todo\n}")]
    [InlineData("k: [ /* todo */ ]", "k: [/* todo */]")]
    [InlineData("k: [ // todo\n]", "k: [ // todo\n]")]
    [InlineData("k: [\n// todo\n]", "k: [\n  // todo\n]")]
    public void In_an_empty_body_or_list(string input, string expected) => FormatAssert.Formats(input, expected);

    [Theory]
    [InlineData("k: [a /* b */ , /* c */ d]", "k: [a /* b */, /* c */ d]")]
    [InlineData("k: [a, b, /* c */ ]", "k: [a, b /* c */]")]
    [InlineData("k: [a, // b\n c]", "k: [\n  a, // b\n  c,\n]")]
    [InlineData("k: [a // b\n , c // d\n]", "k: [\n  a, // b\n  c, // d\n]")]
    [InlineData("k: [a /* b */ // c\n, d]", "k: [\n  a /* b */, // c\n  d,\n]")]
    [InlineData("k: [ // b\n\n a\n\n // c\n]", "k: [ // b\n  a,\n\n  // c\n]")]
    [InlineData("k: [\n /* b */ a, c\n]", "k: [\n  /* b */ a,\n  c,\n]")]
    [InlineData("k: [a, /* b\n c */ d]", "k: [\n  a,\n  /* b\n c */\n  d,\n]")]
    public void In_a_list(string input, string expected) => FormatAssert.Formats(input, expected);

    [Theory]
    [InlineData("k/* b */:/* c */v", "k /* b */: /* c */ v")]
    [InlineData("a/*b*/c/*d*/\"e\"/*f*/{/*g*/}", "a /*b*/ c /*d*/ \"e\" /*f*/ {\n  /*g*/\n}")]
    [InlineData("use/*a*/\"b\"/*c*/as/*d*/e", "use /*a*/ \"b\" /*c*/ as /*d*/ e")]
    [InlineData(
        "param/*a*/n/*b*/:/*c*/choice/*d*/[1]/*e*/=/*f*/1/*g*/{}",
        "param /*a*/ n /*b*/: /*c*/ choice /*d*/ [1] /*e*/ = /*f*/ 1 /*g*/ {}"
    )]
    [InlineData("define/*a*/color/*b*/c/*d*/#fff", "define /*a*/ color /*b*/ c /*d*/ #fff")]
    [InlineData("s{include/*a*/b.c}", "s { include /*a*/ b.c }")]
    [InlineData("for/*a*/x/*b*/in/*c*/y/*d*/{}", "for /*a*/ x /*b*/ in /*c*/ y /*d*/ {}")]
    [InlineData("for [ // a\n x, // b\n y // c\n] in z {}", "for [ // a\n  x, // b\n  y // c\n] in z {}")]
    public void Between_operands(string input, string expected) => FormatAssert.Formats(input, expected);

    [Fact]
    public void The_lines_of_a_block_comment_stay_as_they_are() =>
        FormatAssert.Formats(
            """
            a {
                  /* a drawing:
                  o-->o  
                     |
                  */
                  x: 1 /* two
              lines */
            }
            """,
            """
            a {
              /* a drawing:
                  o-->o
                     |
                  */
              x: 1 /* two
              lines */
            }
            """
        );

    [Fact]
    public void A_line_comment_takes_no_room()
    {
        string comment = new('c', 120);
        FormatAssert.IsFormatted($"object cabin \"a cabin\" {{ at: left }} // {comment}\nkeep: [a, b] // {comment}");
    }
}
