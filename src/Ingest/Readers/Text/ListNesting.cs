namespace Ingest.Readers.Text;

/// <summary>
/// The depth of list items from their labels: an item goes on the innermost series that it continues, and a label that continues none
/// opens a deeper one. Indentation is asked only where labels do not tell, for extracted text often loses it.
/// </summary>
internal sealed class ListNesting
{
    private readonly List<(ListLabel Label, int Indent)> _open = [];
    private bool _interrupted;

    public void Clear() => _open.Clear();

    /// <summary>A paragraph stands between the items.</summary>
    public void Interrupt() => _interrupted = true;

    /// <summary>Whether a list numbered "1 -" is open.</summary>
    public bool IsDashed => _open.Exists(o => o.Label.Form.EndsWith(ListLabels.Dash, StringComparison.Ordinal));

    /// <summary>Whether the label is the first of a series and stands further in than the item before it.</summary>
    public bool Deepens(ListLabel label, int indent) => label.Ordinal == 1 && _open.Count > 0 && indent > _open[^1].Indent + 1 && !label.IsSeries(_open[^1].Label);

    public bool Continues(ListLabel label) => _open.Exists(o => label.Kind != LabelKind.Bullet && label.Follows(o.Label));

    /// <summary>The reading of the label that fits the open lists, and its depth; opens or continues its series.</summary>
    public (ListLabel Label, int Depth) Place(ListLabel[] readings, int indent)
    {
        (ListLabel label, int depth) = Find(readings, indent);
        _open.RemoveRange(depth, _open.Count - depth);
        _open.Add((label, indent));
        _interrupted = false;
        return (label, depth);
    }

    private (ListLabel Label, int Depth) Find(ListLabel[] readings, int indent)
    {
        foreach (ListLabel reading in readings)
        {
            for (int depth = _open.Count - 1; depth >= 0; depth--)
            {
                (ListLabel open, int openIndent) = _open[depth];
                if (!reading.Follows(open)) continue;
                if (reading.Kind == LabelKind.Bullet && (_interrupted || indent > openIndent + 1)) continue;
                return (reading, depth);
            }
        }
        // A one-letter label that is first of its kind as a numeral ("i") and far on as a letter opens a roman series.
        ListLabel label = Array.Find(readings, r => r.Ordinal <= 1) is { Form: not null } first ? first : readings[0];
        if (_interrupted && label.Ordinal <= 1) return (label, Math.Max(0, Shallower(indent)));
        int same = _open.FindLastIndex(o => label.IsSeries(o.Label));
        if (same >= 0 && (label.Kind != LabelKind.Bullet || indent <= _open[same].Indent + 1)) return (label, same);
        return (label, label.Kind == LabelKind.Bullet && _open.Count > 0 && indent < _open[^1].Indent ? Shallower(indent) : _open.Count);
    }

    private int Shallower(int indent)
    {
        int depth = _open.FindIndex(o => o.Indent >= indent);
        return depth < 0 ? _open.Count : depth;
    }
}
