using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Text;

/// <summary>Which lines are rows of a table, parted by tabs or bars, and what stands in them.</summary>
internal sealed class TableLines(IReadOnlyList<SourceLine> lines, FurnitureKind?[] furniture, Func<string, Inline> inline)
{
    public bool IsRuleOf(int i) => i > 0 && lines[i].Text.AsSpan().ContainsAny('\t', '|');

    public bool IsRow(int i) =>
        i < lines.Count && !lines[i].IsBlank && furniture[i] is null
        && (lines[i].Text.Contains('\t', StringComparison.Ordinal) || (lines[i].Text[0] == '|' && lines[i].Text.AsSpan(1).Contains('|')));

    /// <summary>Index after the last line of the table whose first row is at <paramref name="i"/>.</summary>
    public int End(int i)
    {
        int end = i + 1;
        while (end < lines.Count && (IsRow(end) || LineForms.TableRule().IsMatch(lines[end].Text))) end++;
        return end;
    }

    /// <summary>Adds the table of the lines from <paramref name="from"/> up to <paramref name="end"/>.</summary>
    public void Add(List<Draft> drafts, int from, int end)
    {
        var rows = new List<ImmutableArray<CellDraft>>();
        bool header = false;
        for (int i = from; i < end; i++)
        {
            string text = lines[i].Text;
            if (LineForms.TableRule().IsMatch(text))
            {
                header |= rows.Count == 1;
                continue;
            }
            IEnumerable<string> cells = text.Contains('\t', StringComparison.Ordinal) ? text.Split('\t') : text.Trim('|').Split('|');
            rows.Add([.. cells.Select(c => new CellDraft(inline(c)))]);
        }
        if (rows.Count > 0) TableDrafts.Append(drafts, rows, header);
    }
}
