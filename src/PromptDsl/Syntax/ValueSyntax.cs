namespace PromptDsl.Syntax;

/// <summary>A value: a string, another literal, a path or a list.</summary>
public abstract class ValueSyntax : SyntaxNode;
