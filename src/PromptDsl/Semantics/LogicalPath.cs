namespace PromptDsl.Semantics;

/// <summary>Paths as the language writes them: <c>/</c> on every system, relative to the project root.</summary>
public static class LogicalPath
{
    /// <summary>What became of joining a path to the file that says it.</summary>
    public enum Outcome
    {
        Ok,

        /// <summary>The path climbs out of the project root.</summary>
        OutsideRoot,

        /// <summary>Empty, absolute, with backslashes, a drive, a scheme, or a character that no file name has.</summary>
        Malformed,
    }

    /// <summary>The file name without folders and without its last extension.</summary>
    public static string NameOf(string path)
    {
        string file = path[(path.LastIndexOf('/') + 1)..];
        int dot = file.LastIndexOf('.');
        return dot > 0 ? file[..dot] : file;
    }

    /// <summary>Joins a relative path to the folder of a file and takes out <c>.</c> and <c>..</c>.</summary>
    public static Outcome Combine(string fromFile, string relative, out string path)
    {
        path = "";
        bool malformed =
            relative.Length == 0
            || relative[0] is '/' or '~'
            || relative.AsSpan().IndexOfAny('\\', '\0') >= 0
            || relative.AsSpan().IndexOfAnyInRange('\u0001', '\u001F') >= 0
            || relative.Contains(':')
            || relative.EndsWith('/');
        if (malformed)
        {
            return Outcome.Malformed;
        }

        var parts = new List<string>(fromFile.Split('/')[..^1]);
        foreach (string part in relative.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return Outcome.OutsideRoot;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        path = string.Join('/', parts);
        return path.Length == 0 ? Outcome.Malformed : Outcome.Ok;
    }
}
