using PromptDsl.Text;

namespace PromptDsl.Formatting.Comments;

/// <summary>A comment and how it stands to what is before it.</summary>
/// <param name="Span">Where it stands in the source.</param>
/// <param name="IsLine">Whether it reaches to the end of its line.</param>
/// <param name="IsMultiLine">A block comment with a line break inside.</param>
/// <param name="LineBreaksBefore">The line breaks between it and the token or comment before.</param>
/// <param name="AfterSeparator">Whether the comma between two elements stands before it.</param>
internal readonly record struct Comment(
    TextSpan Span,
    bool IsLine,
    bool IsMultiLine,
    int LineBreaksBefore,
    bool AfterSeparator
);
