using System.Collections.Immutable;

namespace PromptDsl.Locking;

/// <summary>What the requests of a file depend on.</summary>
/// <param name="Models">The models that it asks for, in order; each is in <see cref="LockFile.Models"/>.</param>
/// <param name="Pictures">The logical paths of references and masks, in order; each is in <see cref="LockFile.Pictures"/>.</param>
public sealed record LockedFile(ImmutableArray<string> Models, ImmutableArray<string> Pictures);
