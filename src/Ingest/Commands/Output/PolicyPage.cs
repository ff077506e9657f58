using System.Text.Json;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary>One policy as people want to read it: who and what, its positions with their criteria, codes by stance, history, evidence, doubts.</summary>
internal sealed class PolicyPage(TextPage page, PolicyReader reader, StoreRow policy, bool everything)
{
    /// <summary>Rows of a long list that are shown unless everything is asked for.</summary>
    private const int Short = 12;

    private readonly long _id = policy.Number("policy_id")!.Value;

    public void Write()
    {
        Head();
        Positions();
        Codes();
        List("History", "SELECT date, action, note, actor, page FROM history WHERE policy_id = $id ORDER BY ordinal", r =>
            page.Wrapped($"  {r.Text("date") ?? "—",-10}  {r.Text("action"),-13} ", (r.Text("note") ?? r.Text("actor") ?? "") + Place(r)));
        Evidence();
        List("Related policies", "SELECT number, title, related_policy_id, page FROM related_policies WHERE policy_id = $id", r =>
            page.Wrapped("  ", $"{r.Text("number")} {r.Text("title")}{(r.Text("related_policy_id") is { } related ? $" (stored: show {related})" : "")}"));
        List("Definitions", "SELECT term, definition, page FROM definitions WHERE policy_id = $id", r =>
            page.Wrapped("  ", $"{page.Bold(r.Text("term")!)}: {r.Text("definition")}{Place(r)}"));
        IReadOnlyList<StoreRow> keywords = Rows("SELECT keyword FROM keywords WHERE policy_id = $id");
        if (keywords.Count > 0)
        {
            page.Heading($"Keywords ({keywords.Count})");
            page.Wrapped("  ", string.Join(", ", keywords.Select(k => k.Text("keyword"))));
        }
        List("To look at", "SELECT severity, rule, message, page FROM findings WHERE policy_id = $id AND ($all OR severity <> 'info')", r =>
            page.Wrapped($"  {r.Text("severity"),-8} ", $"{r.Text("message")} [{r.Text("rule")}]{Place(r)}"));
        IReadOnlyList<StoreRow> absent = Rows("SELECT what, why FROM nothing_found WHERE policy_id = $id");
        if (absent.Count > 0)
        {
            page.Heading("Looked for and not found");
            if (everything) foreach (StoreRow r in absent) page.Wrapped($"  {r.Text("what"),-17} ", r.Text("why")!);
            else page.Wrapped("  ", string.Join(", ", absent.Select(r => r.Text("what"))));
        }
        Versions();
    }

    private void Head()
    {
        page.Line(page.Bold(policy.Text("title") ?? "(no title found)"));
        string?[] who =
        [
            policy.Text("payer") ?? "payer not found", policy.Text("policy_number") is { } n ? $"policy {n}" : "no number found", policy.Text("category"),
            Values("lines_of_business"), Values("states"),
        ];
        page.Wrapped("", string.Join(" · ", who.OfType<string>()));
        page.Line(page.Dim($"{PolicyReader.Reference(policy)} (id {_id}), version {policy.Text("version")} of {policy.Text("version_count")}, {policy.Text("status")}"));
        page.Line();
        if (policy.Text("stance") is { } stance) page.Line($"  stance    {Words(stance)}");
        (string Label, string Column)[] shown =
            [("from", "effective_date"), ("first", "original_effective_date"), ("reviewed", "last_review_date"), ("next", "next_review_date")];
        string dates = string.Join(", ", shown.Where(d => policy.Text(d.Column) is not null).Select(d => $"{d.Label} {policy.Text(d.Column)}"));
        if (dates.Length > 0) page.Line($"  in force  {dates}");
        if (everything)
        {
            foreach (StoreRow d in Rows("SELECT kind, date, raw, page FROM policy_dates WHERE policy_id = $id ORDER BY date"))
                page.Line($"            {d.Text("kind"),-19} {d.Text("date"),-10} as \"{d.Text("raw")}\"{Place(d)}");
        }
        page.Line($"  source    {policy.Text("source")}{(policy.Text("pages") is { } pages ? $" ({pages} pages)" : "")}");
    }

    private void Positions()
    {
        IReadOnlyList<StoreRow> positions = Rows("SELECT * FROM positions WHERE policy_id = $id ORDER BY ordinal");
        ILookup<long?, StoreRow> criteria = Rows("SELECT * FROM criteria WHERE policy_id = $id ORDER BY ordinal")
            .ToLookup(c => c.Number("parent_criterion_id") is null ? -(c.Number("position_id") ?? 0) : c.Number("parent_criterion_id"));
        if (positions.Count > 0) page.Heading($"Positions ({positions.Count})");
        foreach (StoreRow p in positions)
        {
            string line = p.Text("line_of_business") is { } lob ? $" ({lob})" : "";
            page.Line($"  {page.Bold(Words(p.Text("stance")!))}{(p.Number("conditional") == 1 ? ", if criteria are met" : "")}{line}{Place(p)}");
            page.Wrapped("    ", p.Text("statement")!);
            Criteria(criteria, -p.Number("position_id")!.Value, "      ");
        }
        if (criteria[0].Any())
        {
            page.Heading("Criteria without a position near");
            Criteria(criteria, 0, "  ");
        }
    }

    private void Criteria(ILookup<long?, StoreRow> all, long? parent, string indent)
    {
        foreach (StoreRow c in all[parent])
        {
            string operation = c.Text("operator") is { } o ? $"[{o}{(c.Text("minimum") is { } m ? " " + m : "")}] " : "";
            page.Wrapped($"{indent}{c.Text("label") ?? "•"} ", operation + c.Text("text"));
            Criteria(all, c.Number("criterion_id"), indent + "  ");
        }
    }

    private void Codes()
    {
        IReadOnlyList<StoreRow> codes = Rows("SELECT * FROM codes WHERE policy_id = $id ORDER BY ordinal");
        if (codes.Count == 0) return;
        page.Heading($"Codes ({codes.Count})");
        foreach (var group in codes.GroupBy(c => (System: c.Text("system"), Stance: c.Text("stance"), Label: c.Text("group_label"))))
        {
            string stance = group.Key.Stance is { } s ? $", {Words(s)}" : "";
            page.Wrapped("  ", $"{page.Bold(group.Key.System!)}{stance}{(group.Key.Label is { } label ? $": {label}" : "")} ({group.Count()})");
            int shown = everything ? int.MaxValue : Short;
            foreach (StoreRow c in group.Take(shown))
            {
                string code = c.Text("code_end") is { } end ? $"{c.Text("code")}–{end}" : c.Text("code")!;
                string?[] rest =
                [
                    c.Text("description"), c.Text("note") is { } note ? $"({note})" : null, c.Text("effective_date") is { } from ? $"from {from}" : null,
                    c.Text("end_date") is { } until ? $"until {until}" : null,
                ];
                page.Wrapped($"    {code,-8} ", string.Join(' ', rest.OfType<string>()));
            }
            if (group.Count() > shown) page.Line(page.Dim($"    … and {group.Count() - shown} more (-v)"));
        }
    }

    private void Evidence()
    {
        List("Trials", "SELECT * FROM trials WHERE policy_id = $id", r =>
            page.Wrapped($"  {r.Text("nct")} ", $"{r.Text("title")} {(r.Text("completion_date") is { } d ? $"until {d}" : "")} {r.Text("status")}{Place(r)}"));
        List("Clearances", "SELECT * FROM clearances WHERE policy_id = $id", r =>
            page.Wrapped($"  {r.Text("number") ?? "—",-9} ", $"{r.Text("authority")} {r.Text("pathway")} {r.Text("device")} {r.Text("date")}{Place(r)}"));
        List("Guidelines", "SELECT * FROM guidelines WHERE policy_id = $id", r =>
            page.Wrapped("  ", $"{page.Bold(r.Text("organization")!)} {r.Text("year")}: {TextPage.OneLine(r.Text("text")!, everything ? 10_000 : 200)}{Place(r)}"));
        List("References", "SELECT * FROM citations WHERE policy_id = $id ORDER BY ordinal", r => page.Wrapped($"  {r.Text("label") ?? "•",3} ", r.Text("raw")!));
    }

    private void Versions()
    {
        IReadOnlyList<StoreRow> versions = Rows("SELECT version, ingested_at, source FROM versions WHERE policy_id = $id ORDER BY version DESC");
        if (versions.Count < 2) return;
        page.Heading($"Versions ({versions.Count})");
        foreach (StoreRow v in versions) page.Line($"  {v.Text("version"),3}  stored {v.Text("ingested_at")}  {v.Text("source")}");
        page.Line(page.Dim($"  What changed: ingest diff {PolicyReader.Reference(policy)}"));
    }

    private void List(string heading, string sql, Action<StoreRow> write)
    {
        IReadOnlyList<StoreRow> rows = Rows(sql);
        if (rows.Count == 0) return;
        page.Heading($"{heading} ({rows.Count})");
        int shown = everything ? rows.Count : Math.Min(rows.Count, Short);
        for (int i = 0; i < shown; i++) write(rows[i]);
        if (shown < rows.Count) page.Line(page.Dim($"  … and {rows.Count - shown} more (-v)"));
    }

    private IReadOnlyList<StoreRow> Rows(string sql) =>
        sql.Contains("$all", StringComparison.Ordinal) ? reader.Rows(sql, ("id", _id), ("all", everything ? 1 : 0)) : reader.Rows(sql, ("id", _id));

    private string? Values(string column) =>
        policy.Text(column) is { } json ? string.Join(", ", JsonSerializer.Deserialize<string[]>(json)!) : null;

    private string Place(StoreRow row) => row.Text("page") is { } number ? page.Dim($"  p. {number}") : "";

    private static string Words(string stance) => stance.Replace('_', ' ');
}
