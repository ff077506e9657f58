using System.Globalization;
using Ingest.Store;

namespace Ingest.Evaluation;

/// <summary>The law of spans as the gold script counts it: in range, and slicing back to the fact's own text.</summary>
internal static class SpanLaw
{
    private const int VerbatimLength = 40;

    private static readonly (string View, string? Column)[] Views =
        [("positions", "statement"), ("codes", "code"), ("history", null), ("citations", "raw"), ("sections", "heading"), ("policy_dates", "raw")];

    public static (int Good, int All) Check(PolicyReader reader)
    {
        int good = 0, all = 0;
        foreach ((string view, string? column) in Views)
        {
            foreach (StoreRow row in reader.Rows(
                $"""
                select f.span_start, f.span_end, {(column is null ? "null" : "f." + column)} fact, length(t.text) length,
                  substr(t.text, f.span_start + 1, f.span_end - f.span_start) slice
                from {view} f join texts t using(policy_id)
                """))
            {
                all++;
                long? start = row.Number("span_start"), end = row.Number("span_end");
                if (start is null || end is null || start < 0 || start >= end || end > row.Number("length")) continue;
                string fact = GoldText.Norm(Convert.ToString(row["fact"], CultureInfo.InvariantCulture));
                if (GoldText.Norm(row.Text("slice")).Contains(fact[..Math.Min(fact.Length, VerbatimLength)], StringComparison.Ordinal)) good++;
            }
        }
        return (good, all);
    }
}
