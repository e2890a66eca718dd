using System.Collections.Immutable;

namespace WebApi;

/// <summary>What a client is told about a template.</summary>
/// <param name="Name">The name in addresses.</param>
/// <param name="Parameters">What it may be given.</param>
public sealed record TemplateInfo(string Name, ImmutableArray<ParameterInfo> Parameters);
