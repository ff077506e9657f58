namespace Ingest.Store;

/// <summary>Works by how many policies cite them, over the view <c>works</c>.</summary>
public static class CitedWorks
{
    /// <param name="onePayer">Only works that policies of one payer alone cite.</param>
    /// <param name="payer">Slug of a payer that must cite the work; null for any.</param>
    public static IReadOnlyList<StoreRow> Most(PolicyReader reader, int limit, bool onePayer, string? payer) => reader.Rows(
        """
        SELECT w.* FROM works w
        WHERE ($one = 0 OR w.payers = 1)
          AND ($payer IS NULL OR instr(',' || w.payer_slugs || ',', ',' || $payer || ',') > 0)
        ORDER BY w.payers DESC, w.policies DESC, w.citations DESC, w.year DESC, w.work LIMIT $limit
        """,
        ("one", onePayer ? 1 : 0), ("payer", payer), ("limit", limit));
}
