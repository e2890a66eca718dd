using PromptDsl.Diagnostics;

namespace PromptDsl.FalseAlarms;

/// <summary>A finding in a prompt.</summary>
/// <param name="Collection">The name of the collection.</param>
/// <param name="Number">Which prompt of it, counted from 1.</param>
/// <param name="Finding">What the rule says.</param>
internal sealed record Hit(string Collection, int Number, Diagnostic Finding);
