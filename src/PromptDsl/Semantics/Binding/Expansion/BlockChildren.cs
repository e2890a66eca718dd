using System.Collections;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>The blocks in a block, in order, found by kind and by name: a file may have thousands of them.</summary>
internal sealed class BlockChildren : IEnumerable<BlockNode>
{
    private readonly List<BlockNode> _blocks = [];

    /// <summary>Where the first block of a kind, and the first of a kind and name, stands in the list.</summary>
    private readonly Dictionary<(string Kind, string? Name), int> _first = [];

    /// <summary>The first block of a kind, or null.</summary>
    public BlockNode? Find(string kind) => _first.TryGetValue((kind, null), out int index) ? _blocks[index] : null;

    /// <summary>The first block of a kind that has a name, or null.</summary>
    public BlockNode? Find(string kind, string name) =>
        _first.TryGetValue((kind, name), out int index) ? _blocks[index] : null;

    public void Add(BlockNode block)
    {
        _blocks.Add(block);
        Index(_blocks.Count - 1);
    }

    /// <summary>Puts a block in the place of one that is of the same kind and has the same name.</summary>
    public void Replace(BlockNode known, BlockNode block)
    {
        _blocks[_first[(known.Schema.Name, known.Name)]] = block;
    }

    public void Remove(BlockNode block)
    {
        _blocks.Remove(block);
        _first.Clear();
        for (int i = 0; i < _blocks.Count; i++)
        {
            Index(i);
        }
    }

    public IEnumerator<BlockNode> GetEnumerator() => _blocks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Index(int index)
    {
        BlockNode block = _blocks[index];
        _first.TryAdd((block.Schema.Name, null), index);
        if (block.Name is not null)
        {
            _first.TryAdd((block.Schema.Name, block.Name), index);
        }
    }
}
