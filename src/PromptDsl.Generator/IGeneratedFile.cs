namespace PromptDsl.Generator;

/// <summary>A file that is written from other files of the repository.</summary>
internal interface IGeneratedFile
{
    /// <summary>The path from the root of the repository, with "/".</summary>
    string Path { get; }

    /// <summary>
    /// The whole content, with LF line ends and without dates of writing: the same sources give the
    /// same bytes.
    /// </summary>
    /// <exception cref="DataFileException">A data file is wrong.</exception>
    string Render();
}
