using PromptDsl.Planning;

namespace PromptDsl.Runtime.Runs;

/// <summary>One sending of the request of a stage.</summary>
/// <param name="Node">The stage.</param>
/// <param name="Ordinal">Which sending of the same request it is, from 0.</param>
/// <param name="Request">The SHA-256 of everything that is sent.</param>
public sealed record SendingKey(PlanKey Node, int Ordinal, string Request);
