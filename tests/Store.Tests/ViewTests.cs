namespace Ingest.Store.Tests;

public class ViewTests
{
    /// <summary>Names and columns as the contract promises them.</summary>
    private static readonly Dictionary<string, string> Promised = new()
    {
        ["policies"] = "policy_id, payer, payer_slug, policy_number, title, category, lines_of_business, states, stance, original_effective_date, effective_date, last_review_date, next_review_date, source, media_type, pages, sha256, version, version_count, status, first_ingested_at, last_ingested_at",
        ["texts"] = "policy_id, version_id, text",
        ["sections"] = "section_id, policy_id, parent_section_id, ordinal, level, heading, kind, confidence, page, span_start, span_end",
        ["positions"] = "position_id, policy_id, section_id, ordinal, stance, conditional, subject, line_of_business, statement, confidence, page, span_start, span_end",
        ["criteria"] = "criterion_id, policy_id, position_id, parent_criterion_id, ordinal, label, operator, minimum, text, page, span_start, span_end",
        ["codes"] = "code_id, policy_id, section_id, ordinal, code, code_end, system, description, note, group_label, stance, effective_date, end_date, page, span_start, span_end",
        ["policy_dates"] = "policy_id, kind, date, precision, raw, page, span_start, span_end",
        ["history"] = "entry_id, policy_id, ordinal, date, action, actor, note, page, span_start, span_end",
        ["history_codes"] = "entry_id, policy_id, code, code_end, system, change",
        ["citations"] = "citation_id, policy_id, ordinal, label, kind, authors, title, container, year, volume, issue, pages, doi, pmid, pmcid, nct, url, accessed_date, raw, page, span_start, span_end",
        ["trials"] = "policy_id, nct, title, status, enrollment, completion_date, page, span_start, span_end",
        ["clearances"] = "policy_id, authority, pathway, number, product_code, device, date, page, span_start, span_end",
        ["guidelines"] = "policy_id, organization, year, text, page, span_start, span_end",
        ["definitions"] = "policy_id, term, definition, page, span_start, span_end",
        ["keywords"] = "policy_id, keyword, page, span_start, span_end",
        ["related_policies"] = "policy_id, number, title, related_policy_id, page, span_start, span_end",
        ["findings"] = "policy_id, rule, severity, message, page, span_start, span_end",
        ["nothing_found"] = "policy_id, what, why",
        ["versions"] = "version_id, policy_id, version, sha256, source, ingested_at, extractor_fingerprint",
        ["changes"] = "change_id, policy_id, from_version, to_version, kind, subject, before, after, detected_at",
        ["runs"] = "run_id, command, started_at, finished_at, status",
        ["run_items"] = "run_id, source, outcome, policy_id, version_id, reason, milliseconds",
    };

    /// <summary>Views of facts: a row each in the sample, with a span.</summary>
    private static readonly string[] FactViews =
    [
        "sections", "positions", "criteria", "codes", "policy_dates", "history", "citations", "trials", "clearances", "guidelines", "definitions",
        "keywords", "related_policies", "findings",
    ];

    [Fact]
    public void Every_promised_column_is_there()
    {
        using var temporary = new TemporaryStore();
        _ = temporary.Store;
        foreach (string view in Promised.Keys)
        {
            foreach (string name in new[] { view, view + "_all" })
            {
                string[] columns = [.. temporary.Query($"SELECT name FROM pragma_table_info('{name}')").Select(r => (string)r.name)];
                Promised[view].Split(", ").Except(columns).ShouldBeEmpty(name);
                if (name != view && !view.StartsWith("run", StringComparison.Ordinal)) columns.ShouldContain("version_id", name);
            }
        }
    }

    [Fact]
    public void Spans_slice_the_text_even_behind_characters_beyond_the_basic_plane()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(new SamplePolicy { Preamble = "\U0001F9EC gene \U0001F48A\n" }.Build());
        foreach (string view in FactViews) SpansSlice(temporary, view);
    }

    private static void SpansSlice(TemporaryStore temporary, string view)
    {
        temporary.Query($"SELECT * FROM {view}").ShouldNotBeEmpty(view);
        string column = view switch
        {
            "positions" => "statement", "codes" => "code", "citations" => "raw", "sections" => "heading", "policy_dates" => "raw", "trials" => "nct",
            "clearances" => "number", "keywords" => "keyword", "definitions" => "term", "criteria" => "text", "history" => "note", "guidelines" => "text",
            "related_policies" => "number", _ => "'Policy'",
        };
        temporary.Query(
            $"SELECT 1 FROM {view} f JOIN texts t USING (policy_id) WHERE instr(substr(t.text, f.span_start + 1, f.span_end - f.span_start), {(column[0] == '\'' ? column : "f." + column)}) = 0 OR f.span_start IS NULL")
            .ShouldBeEmpty(view);
    }

    [Fact]
    public void No_view_holds_an_empty_string()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(new SamplePolicy { CodeDescription = " ", Subject = "" }.Build());
        foreach (string view in Promised.Keys)
        {
            foreach (IDictionary<string, object?> row in temporary.Query($"SELECT * FROM {view}").Cast<IDictionary<string, object?>>())
            {
                foreach ((string column, object? value) in row) (value as string)?.Trim().ShouldNotBe("", $"{view}.{column}");
            }
        }
    }
}
