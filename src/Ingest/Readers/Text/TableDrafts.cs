using System.Collections.Immutable;

namespace Ingest.Readers.Text;

/// <summary>Tables of lines: header rows, and tables that a page break cut in two.</summary>
internal static class TableDrafts
{
    /// <summary>Adds the rows as a table, or to the table just before them where they go on with it.</summary>
    public static void Append(List<Draft> drafts, List<ImmutableArray<CellDraft>> rows, bool ruled)
    {
        bool header = LooksLikeHeader(rows[0]) && (ruled || rows.Count > 1);
        int before = drafts.FindLastIndex(d => d is not FurnitureDraft);
        if (before >= 0 && drafts[before] is TableDraft table && table.Rows[0].Length == rows[0].Length)
        {
            bool repeats = rows[0].Select(c => c.Text.Text).SequenceEqual(table.Rows[0].Select(c => c.Text.Text), StringComparer.OrdinalIgnoreCase);
            if (repeats || !header)
            {
                drafts[before] = new TableDraft([.. table.Rows, .. rows.Skip(repeats ? 1 : 0)]);
                return;
            }
        }
        if (header) rows[0] = [.. rows[0].Select(c => c with { IsHeader = true })];
        drafts.Add(new TableDraft([.. rows]));
    }

    /// <summary>Headers name columns: short, without digits; a first row with a code or a date is data whatever rule stands under it.</summary>
    private static bool LooksLikeHeader(ImmutableArray<CellDraft> row) =>
        row.Length > 1 && row.All(c => c.Text.Text.Length is > 0 and <= 60 && c.Text.Text.Count(char.IsDigit) <= 2);
}
