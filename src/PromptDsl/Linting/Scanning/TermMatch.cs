using PromptDsl.Linting.Lexicon;
using PromptDsl.Text;

namespace PromptDsl.Linting.Scanning;

/// <summary>A term at a place of a text.</summary>
internal readonly record struct TermMatch(LexiconTerm Term, TextSpan Span);
