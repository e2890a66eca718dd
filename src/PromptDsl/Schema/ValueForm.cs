namespace PromptDsl.Schema;

/// <summary>A form that a value may have.</summary>
public enum ValueForm
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number without decimals.</summary>
    Integer,

    /// <summary>A number, decimals allowed.</summary>
    Number,

    /// <summary>A percentage, such as <c>60%</c>.</summary>
    Percent,

    /// <summary>A ratio of width to height, such as <c>16:9</c>.</summary>
    Ratio,

    /// <summary>Width × height, such as <c>1536x1024</c>.</summary>
    Size,

    /// <summary>A colour literal, such as <c>#FF5533</c>.</summary>
    Color,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A word of a closed list.</summary>
    Word,

    /// <summary>The name of something declared in the file.</summary>
    Name,

    /// <summary>The path of a picture, relative to the file that says it.</summary>
    Image,

    /// <summary>A list.</summary>
    List,
}
