using System.Globalization;
using System.Text;
using HandlebarsDotNet;

namespace PromptDsl.Compilation.Dialects;

/// <summary>The only place that knows Handlebars, so that it is loaded when a template is used and not before.</summary>
internal sealed class HandlebarsTemplate
{
    private const int MaxTemplateLength = 65_536;

    private const int MaxNesting = 64;

    private readonly string _source;
    private readonly HandlebarsTemplate<TextWriter, object, object> _render;

    public HandlebarsTemplate(string source)
    {
        _source = source;
        CheckBounds();
        try
        {
            IHandlebars handlebars = Handlebars.Create(
                new HandlebarsConfiguration { NoEscape = true, FormatProvider = CultureInfo.InvariantCulture }
            );
            using var reader = new StringReader(source);
            _render = handlebars.Compile(reader);
        }
        catch (Exception e)
        {
            throw Failure(e);
        }
    }

    /// <summary>Renders the template.</summary>
    /// <exception cref="PromptTemplateException">It asks for something that does not exist, or for too much.</exception>
    public string Render(IReadOnlyDictionary<string, object> context)
    {
        using var writer = new BoundedWriter();
        try
        {
            _render(writer, context, null!);
        }
        catch (Exception e) when (e is not PromptTemplateException)
        {
            throw Failure(e);
        }

        return writer.ToString();
    }

    private void CheckBounds()
    {
        if (_source.Length > MaxTemplateLength)
        {
            throw new PromptTemplateException("The template is longer than 65,536 characters.", 0, 0);
        }

        int token = _source.AsSpan().IndexOfAny(PieceTokens.Begin, PieceTokens.End);
        if (token >= 0)
        {
            throw At(token, "The template holds a character from U+E000 to U+E001, which is kept for the compiler.");
        }

        int depth = 0;
        for (int i = 0; i + 2 < _source.Length; i++)
        {
            if (_source[i] != '{' || _source[i + 1] != '{')
            {
                continue;
            }

            ReadOnlySpan<char> tag = _source.AsSpan(i + 2).TrimStart("{~ \t\r\n");
            if (tag is ['>', ..] or ['#', '>' or '*', ..])
            {
                throw At(i, "The template uses a partial; a template is one text.");
            }

            depth +=
                tag is ['#' or '^', ..] ? 1
                : tag is ['/', ..] ? -1
                : 0;
            if (depth > MaxNesting)
            {
                throw At(i, "The template nests more than 64 blocks.");
            }
        }
    }

    // The template is the user's: whatever the library throws for it is a message for the user.
    private PromptTemplateException Failure(Exception e)
    {
        string message = e.Message;
        int occurred = message.IndexOf("\n\nOccured at: ", StringComparison.Ordinal);
        occurred = occurred < 0 ? message.IndexOf("\r\n\r\nOccured at: ", StringComparison.Ordinal) : occurred;
        if (occurred >= 0)
        {
            string[] place = message[(message.LastIndexOf(' ') + 1)..].Split(':');
            message = message[..occurred];
            if (
                place.Length == 2
                && int.TryParse(place[0], CultureInfo.InvariantCulture, out int line)
                && int.TryParse(place[1], CultureInfo.InvariantCulture, out int column)
            )
            {
                return new PromptTemplateException(Sentence(message), line + 1, column + 1);
            }
        }

        int found = FindNamedTag(message);
        return found < 0 ? new PromptTemplateException(Sentence(message), 0, 0) : At(found, Sentence(message));
    }

    // The library names the tag, such as '/each', but not where it stands.
    private int FindNamedTag(string message)
    {
        int begin = message.IndexOf('\'', StringComparison.Ordinal);
        int end = begin < 0 ? -1 : message.IndexOf('\'', begin + 1);
        return end <= begin + 1 ? -1 : _source.IndexOf(message[(begin + 1)..end], StringComparison.Ordinal);
    }

    private PromptTemplateException At(int position, string message)
    {
        ReadOnlySpan<char> before = _source.AsSpan(0, position);
        int line = before.Count('\n');
        return new PromptTemplateException(message, line + 1, position - before.LastIndexOf('\n'));
    }

    private static string Sentence(string message) => message.EndsWith('.') ? message : $"{message}.";

    /// <summary>Stops a template that writes without end.</summary>
    private sealed class BoundedWriter() : StringWriter(new StringBuilder(1024), CultureInfo.InvariantCulture)
    {
        private const int MaxLength = 1_048_576;

        public override void Write(char value)
        {
            Check(1);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Check(count);
            base.Write(buffer, index, count);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(string? value)
        {
            Check(value?.Length ?? 0);
            base.Write(value);
        }

        private void Check(int more)
        {
            if (GetStringBuilder().Length + more > MaxLength)
            {
                throw new PromptTemplateException("The template writes more than 1,048,576 characters.", 0, 0);
            }
        }
    }
}
