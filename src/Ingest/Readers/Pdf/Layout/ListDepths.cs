namespace Ingest.Readers.Pdf.Layout;

/// <summary>How a label counts: what sort of sign it is, and which place in its series it has.</summary>
internal readonly record struct LabelSeries(char Sort, int Number)
{
    /// <summary>Reads a label. "i" and "v" are letters only after their neighbour "h" or "u", else roman numerals.</summary>
    public static LabelSeries Of(ReadOnlySpan<char> label, LabelSeries last)
    {
        ReadOnlySpan<char> core = label.Trim("()[].");
        if (core.IsEmpty) return new(' ', 0);
        char frame = label[0] == '(' ? '(' : label[^1] == ')' ? ')' : '.';
        if (char.IsAsciiDigit(core[0])) return new(Framed('1', frame), int.TryParse(core, out int number) ? number : 0);
        if (!char.IsAsciiLetter(core[0]) || frame == '.' && label[^1] != '.') return new(core[0], 0);
        char letter = char.ToLowerInvariant(core[0]);
        bool upper = char.IsAsciiLetterUpper(core[0]);
        LabelSeries alphabetic = new(Framed(upper ? 'A' : 'a', frame), letter - 'a' + 1);
        if (core.Length == 1 && last.Sort == alphabetic.Sort && last.Number + 1 == alphabetic.Number) return alphabetic;
        int roman = Roman(core);
        return roman > 0 && (core.Length > 1 || letter is 'i' or 'v' or 'x') ? new(Framed(upper ? 'I' : 'i', frame), roman) : alphabetic;
    }

    /// <summary>One sort for each pair of numeral and frame, so that "1." and "1)" are two.</summary>
    private static char Framed(char numeral, char frame) => (char)(numeral + (frame == '.' ? 0 : frame == ')' ? 0x100 : 0x200));

    private static int Roman(ReadOnlySpan<char> text)
    {
        int total = 0, last = 0;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            int value = char.ToLowerInvariant(text[i]) switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, _ => 0 };
            if (value == 0) return 0;
            total += value < last ? -value : value;
            last = Math.Max(last, value);
        }
        return total;
    }
}

/// <summary>
/// Depths of list items. A label right of the last one opens a depth, and so does a new series that starts under the same indent ("a." after "2.");
/// a label that goes on with an outer series, at about its indent, goes back to it. A run ends at a heading or table, or at a paragraph left of it.
/// </summary>
internal sealed class ListDepths
{
    /// <summary>Labels within so many points stand at the same indent.</summary>
    private const float SameIndent = 5f;

    /// <summary>Numerals set flush right start up to so many points apart.</summary>
    private const float SameSeries = 14f;

    private readonly List<(float Indent, LabelSeries Label)> _open = [];

    public void Clear() => _open.Clear();

    public void Paragraph(float indent)
    {
        if (_open.Count > 0 && indent < _open[0].Indent + SameIndent) _open.Clear();
    }

    public int Item(float indent, ReadOnlySpan<char> label)
    {
        if (label.IsEmpty) return ByIndent(indent, default);
        LabelSeries series = default;
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            series = LabelSeries.Of(label, _open[i].Label);
            bool goesOn = series.Number > 0 ? series.Number == _open[i].Label.Number + 1 : indent > _open[i].Indent - SameIndent;
            if (series.Sort != _open[i].Label.Sort || !goesOn || Math.Abs(indent - _open[i].Indent) > SameSeries) continue;
            if (series.Number == 0 && indent > _open[i].Indent + SameIndent) continue;
            _open.RemoveRange(i + 1, _open.Count - i - 1);
            _open[i] = (_open[i].Indent, series);
            return i;
        }
        series = LabelSeries.Of(label, _open.Count > 0 ? _open[^1].Label : default);
        bool first = series.Number == 1 && _open.Count > 0 && series.Sort != _open[^1].Label.Sort && indent > _open[^1].Indent - SameIndent;
        if (!first) return ByIndent(indent, series);
        _open.Add((indent, series));
        return _open.Count - 1;
    }

    private int ByIndent(float indent, LabelSeries series)
    {
        while (_open.Count > 0 && indent < _open[^1].Indent - SameIndent) _open.RemoveAt(_open.Count - 1);
        if (_open.Count == 0 || indent > _open[^1].Indent + SameIndent) _open.Add((indent, series));
        else _open[^1] = (_open[^1].Indent, series);
        return _open.Count - 1;
    }
}
