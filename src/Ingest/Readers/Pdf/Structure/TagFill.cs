using Ingest.Readers.Pdf.Layout;

namespace Ingest.Readers.Pdf.Structure;

/// <summary>Fills the nodes of a tag tree with the lines of a page.</summary>
internal sealed class TagFill(TagFlow flow)
{
    private long[] _order = new long[2048];
    private int[] _words = new int[2048];

    /// <param name="page">The page; call in page order, so that a block's lines are in order.</param>
    /// <param name="left">Words that stand outside the tree and outside artifacts, in stream order.</param>
    public void Add(PageContent page, List<int> left)
    {
        int count = 0;
        if (_order.Length < page.Words.Length) (_order, _words) = (new long[page.Words.Length * 2], new int[page.Words.Length * 2]);
        bool sorted = true;
        for (int i = 0; i < page.Words.Length; i++)
        {
            int slot = page.Words[i].Slot;
            if (slot == OwnerMap.None) left.Add(i);
            if (slot < 0) continue;
            _order[count] = ((long)slot << 32) | (uint)i;
            if (count > 0 && _order[count] < _order[count - 1]) sorted = false;
            count++;
        }
        if (!sorted) Array.Sort(_order, 0, count);
        int start = 0;
        while (start < count)
        {
            int block = flow.Owners.BlockOf((int)(_order[start] >> 32));
            int length = 0;
            while (start + length < count && flow.Owners.BlockOf((int)(_order[start + length] >> 32)) == block)
            {
                _words[length] = (int)(_order[start + length] & 0xFFFFFFFF);
                length++;
            }
            LineBuilder.Build(page, _words.AsSpan(0, length), flow.Blocks[block].Lines);
            start += length;
        }
    }
}
