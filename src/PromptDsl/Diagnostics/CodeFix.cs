using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Diagnostics;

/// <summary>A change that removes a finding, in the file where the finding is.</summary>
/// <param name="Title">An imperative without a final period, such as "Insert a comma".</param>
/// <param name="Safety">Who may apply it.</param>
/// <param name="Edits">Edits that do not overlap, in the order of their positions.</param>
public sealed record CodeFix(string Title, FixSafety Safety, ImmutableArray<TextEdit> Edits)
{
    internal static CodeFix Safe(string title, TextSpan span, string newText) =>
        new(title, FixSafety.Safe, [new TextEdit(span, newText)]);

    internal static CodeFix Unsafe(string title, TextSpan span, string newText) =>
        new(title, FixSafety.Unsafe, [new TextEdit(span, newText)]);

    /// <summary>The text with the edits made.</summary>
    public string ApplyTo(string text)
    {
        var builder = new System.Text.StringBuilder(text.Length + 32);
        int position = 0;
        foreach (TextEdit edit in Edits)
        {
            builder.Append(text, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }

        return builder.Append(text, position, text.Length - position).ToString();
    }
}
