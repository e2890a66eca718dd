namespace PromptDsl.Syntax;

/// <summary>A statement.</summary>
public abstract class StatementSyntax : SyntaxNode;
