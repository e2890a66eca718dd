using System.Net;
using System.Text;

namespace PromptDsl.Runtime.Galleries;

/// <summary>Pieces of HTML that every part of a page is made of.</summary>
internal static class Html
{
    /// <summary>A text of others, which is never markup.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static StringBuilder AppendFact(this StringBuilder html, string name, string value) =>
        html.Append($"<div><dt>{name}</dt><dd>{Text(value)}</dd></div>\n");
}
