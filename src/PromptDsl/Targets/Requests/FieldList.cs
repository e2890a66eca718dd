using System.Collections.Immutable;

namespace PromptDsl.Targets.Requests;

/// <summary>Collects fields in the order of the API; what was not asked for is left out.</summary>
internal sealed class FieldList
{
    private readonly ImmutableArray<RequestField>.Builder _fields = ImmutableArray.CreateBuilder<RequestField>();

    public FieldList Add(string name, RequestValue value)
    {
        _fields.Add(new RequestField(name, value));
        return this;
    }

    public FieldList Add(string name, string? value) => value is null ? this : Add(name, new RequestValue.Text(value));

    public FieldList Add(string name, int? value) =>
        value is null ? this : Add(name, new RequestValue.Number(value.Value));

    public RequestValue.Group ToGroup() => new(ToImmutable());

    public ImmutableArray<RequestField> ToImmutable() => _fields.ToImmutable();
}
