using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Extractors;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Citations.Identity;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;
using Ingest.Store.Versions;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Tables;

/// <summary>Writes all facts of one version. Holds prepared statements, so one writer serves a whole load.</summary>
internal sealed class FactWriter(SqliteConnection connection) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RowWriter _texts = new(connection, "document_text", "version_id", "text");
    private readonly RowWriter _sections = new(
        connection, "section", "version_id", "parent_section_id", "ordinal", "level", "heading", "kind", "confidence", "page", "span_start", "span_end");
    private readonly RowWriter _search = new(connection, "section_search", "rowid", "title", "heading", "body");
    private readonly RowWriter _positions = new(
        connection, "position", "version_id", "section_id", "ordinal", "stance", "conditional", "subject", "line_of_business", "statement", "confidence",
        "page", "span_start", "span_end");
    private readonly RowWriter _criteria = new(
        connection, "criterion", "version_id", "position_id", "parent_criterion_id", "ordinal", "label", "operator", "minimum", "text", "page",
        "span_start", "span_end");
    private readonly RowWriter _codes = new(
        connection, "code", "version_id", "section_id", "ordinal", "code", "code_end", "system", "description", "note", "group_label", "stance",
        "effective_date", "end_date", "confidence", "page", "span_start", "span_end");
    private readonly RowWriter _dates = new(
        connection, "policy_date", "version_id", "kind", "date", "precision", "raw", "confidence", "page", "span_start", "span_end");
    private readonly RowWriter _history = new(
        connection, "history_entry", "version_id", "ordinal", "date", "precision", "action", "actor", "note", "page", "span_start", "span_end");
    private readonly RowWriter _historyCodes = new(connection, "history_code", "entry_id", "code", "code_end", "system", "change");
    private readonly RowWriter _citations = new(
        connection, "citation", "version_id", "ordinal", "label", "kind", "authors", "title", "container", "year", "volume", "issue", "pages", "doi",
        "pmid", "pmcid", "nct", "url", "accessed_date", "raw", "page", "span_start", "span_end");
    private readonly RowWriter _citationKeys = new(connection, "citation_key", "citation_id", "rank", "key");
    private readonly RowWriter _citationJournals = new(connection, "citation_journal", "citation_id", "journal");
    private readonly RowWriter _trials = new(
        connection, "trial", "version_id", "nct", "title", "status", "enrollment", "completion_date", "page", "span_start", "span_end");
    private readonly RowWriter _clearances = new(
        connection, "clearance", "version_id", "authority", "pathway", "number", "product_code", "device", "date", "page", "span_start", "span_end");
    private readonly RowWriter _guidelines = new(
        connection, "guideline", "version_id", "organization", "year", "text", "page", "span_start", "span_end");
    private readonly RowWriter _definitions = new(connection, "definition", "version_id", "term", "definition", "page", "span_start", "span_end");
    private readonly RowWriter _keywords = new(connection, "keyword", "version_id", "keyword", "page", "span_start", "span_end");
    private readonly RowWriter _related = new(
        connection, "related_policy", "version_id", "number", "number_key", "title", "page", "span_start", "span_end");
    private readonly RowWriter _findings = new(
        connection, "finding", "version_id", "rule", "severity", "message", "page", "span_start", "span_end");
    private readonly RowWriter _absences = new(connection, "absence", "version_id", "what", "why");

    /// <summary>
    /// Writes every fact whose span slices the text. One whose span does not is not stored, and a finding says so: a fact without its
    /// source could not be checked by anybody.
    /// </summary>
    public void Write(SqliteTransaction transaction, long version, SectionedPolicy policy, PolicyFacts facts)
    {
        PolicyDocument document = policy.Document;
        var points = new CodePoints(document.Text);
        var astray = new List<string>();
        _texts.Insert(transaction, version, document.Text.Length == 0 ? " " : document.Text);

        var sections = new Dictionary<int, long>();
        string? title = facts.Identity.Title?.Value;
        foreach (Section s in policy.Sections)
        {
            if (Place(s, "sections") is not { } at) continue;
            string? heading = policy.HeadingOf(s);
            long id = _sections.Insert(
                transaction, version, Find(sections, s.Parent), s.Ordinal, s.Level, heading, ContractName.Of(s.Kind), s.Confidence, at.Page, at.Start, at.End);
            sections[s.Ordinal] = id;
            _search.Insert(transaction, id, title, heading, document.Slice(s.Span));
        }
        var positions = new Dictionary<int, long>();
        foreach ((int i, Extractors.Positions.Position p) in facts.Positions.Index())
        {
            if (Place(p, "positions") is not { } at) continue;
            positions[i] = _positions.Insert(
                transaction, version, Find(sections, p.Section), i, ContractName.Of(p.Stance), p.Conditional, p.Subject, p.LineOfBusiness, p.Statement,
                p.Confidence, at.Page, at.Start, at.End);
        }
        var criteria = new Dictionary<int, long>();
        foreach ((int i, Extractors.Criteria.Criterion c) in facts.Criteria.Index())
        {
            if (Place(c, "criteria") is not { } at) continue;
            criteria[i] = _criteria.Insert(
                transaction, version, Find(positions, c.Position), Find(criteria, c.Parent), i, c.Label, Name(c.Operator), c.Minimum, c.Text, at.Page,
                at.Start, at.End);
        }
        foreach ((int i, Extractors.Codes.PolicyCode c) in facts.Codes.Index())
        {
            if (Place(c, "codes") is not { } at) continue;
            _codes.Insert(
                transaction, version, Find(sections, c.Section), i, c.Code, c.CodeEnd, ContractName.Of(c.System), c.Description, c.Note, c.GroupLabel,
                Name(c.Stance), c.EffectiveDate?.ToString(), c.EndDate?.ToString(), c.Confidence, at.Page, at.Start, at.End);
        }
        foreach (Extractors.Dates.PolicyDate d in facts.Dates)
        {
            if (Place(d, "policy_dates") is not { } at) continue;
            _dates.Insert(
                transaction, version, ContractName.Of(d.Kind), d.Date.ToString(), ContractName.Of(d.Date.Precision), d.Raw, d.Confidence, at.Page,
                at.Start, at.End);
        }
        foreach ((int i, Extractors.History.HistoryEntry h) in facts.History.Index())
        {
            if (Place(h, "history") is not { } at) continue;
            long entry = _history.Insert(
                transaction, version, i, h.Date?.ToString(), Name(h.Date?.Precision), ContractName.Of(h.Action), h.Actor, h.Note, at.Page, at.Start, at.End);
            foreach (Extractors.History.HistoryCode c in h.Codes)
                _historyCodes.Insert(transaction, entry, c.Code, c.CodeEnd, ContractName.Of(c.System), ContractName.Of(c.Change));
        }
        foreach ((int i, Citation c) in facts.Citations.Index())
        {
            if (Place(c, "citations") is not { } at) continue;
            long id = _citations.Insert(
                transaction, version, i, c.Label, ContractName.Of(c.Kind), Authors(c.Authors), c.Title, c.Container, c.Year, c.Volume, c.Issue, c.Pages,
                c.Doi, c.Pmid, c.Pmcid, c.Nct, c.Url, c.AccessedDate?.ToString(), c.Raw, at.Page, at.Start, at.End);
            foreach (WorkKey key in WorkKeys.Of(c)) _citationKeys.Insert(transaction, id, (int)key.Evidence, key.Value);
            if (c.Container is not null && JournalNames.AbbreviationOf(c.Container) is { } journal) _citationJournals.Insert(transaction, id, journal);
        }
        foreach (Extractors.Trials.Trial t in facts.Trials)
        {
            if (Place(t, "trials") is not { } at) continue;
            _trials.Insert(
                transaction, version, t.Nct, t.Title, t.Status, t.Enrollment, t.CompletionDate?.ToString(), at.Page, at.Start, at.End);
        }
        foreach (Extractors.Clearances.Clearance c in facts.Clearances)
        {
            if (Place(c, "clearances") is not { } at) continue;
            _clearances.Insert(
                transaction, version, c.Authority, c.Pathway, c.Number, c.ProductCode, c.Device, c.Date?.ToString(), at.Page, at.Start, at.End);
        }
        foreach (Extractors.Guidelines.Guideline g in facts.Guidelines)
        {
            if (Place(g, "guidelines") is { } at)
                _guidelines.Insert(transaction, version, g.Organization, g.Year, g.Text, at.Page, at.Start, at.End);
        }
        foreach (Extractors.Definitions.Definition d in facts.Definitions)
        {
            if (Place(d, "definitions") is { } at) _definitions.Insert(transaction, version, d.Term, d.Meaning, at.Page, at.Start, at.End);
        }
        foreach (Extractors.Keywords.Keyword k in facts.Keywords)
        {
            if (Place(k, "keywords") is { } at) _keywords.Insert(transaction, version, k.Value, at.Page, at.Start, at.End);
        }
        foreach (Extractors.Related.RelatedPolicy r in facts.Related)
        {
            if (Place(r, "related_policies") is { } at)
                _related.Insert(transaction, version, r.Number, PolicyKey.Number(r.Number), r.Title, at.Page, at.Start, at.End);
        }
        foreach (Diagnostic d in facts.Findings)
        {
            SourceSpan? at = d.Span is { } span ? points.Convert(span) : null;
            int? page = d.Page ?? (at is null ? null : document.PageAt(d.Span!.Value.Start));
            _findings.Insert(transaction, version, d.Rule, ContractName.Of(d.Severity), d.Message, page, at?.Start, at?.End);
        }
        foreach (IGrouping<string, string> view in astray.GroupBy(v => v))
        {
            _findings.Insert(
                transaction, version, "span-astray", ContractName.Of(Severity.Error),
                $"{view.Count()} row(s) of {view.Key} were not stored, because their place in the text is not known. Please report the document.",
                null, null, null);
        }
        foreach (NothingFound nothing in facts.NothingFound.DistinctBy(n => n.What)) _absences.Insert(transaction, version, nothing.What, nothing.Why);

        (int? Page, int Start, int End)? Place(IFact fact, string view)
        {
            if (points.Convert(fact.Span) is { } span) return (document.PageAt(fact.Span.Start), span.Start, span.End);
            astray.Add(view);
            return null;
        }
    }

    public void Dispose()
    {
        RowWriter[] writers =
        [
            _texts, _sections, _search, _positions, _criteria, _codes, _dates, _history, _historyCodes, _citations, _citationKeys, _citationJournals, _trials, _clearances, _guidelines,
            _definitions, _keywords, _related, _findings, _absences,
        ];
        foreach (RowWriter writer in writers) writer.Dispose();
    }

    /// <summary>A JSON array of the values; null where there is none.</summary>
    public static string? JsonArray(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return all.Length == 0 ? null : JsonSerializer.Serialize(all, Json);
    }

    private static string? Authors(ImmutableArray<CitationAuthor> authors)
    {
        if (authors.IsDefaultOrEmpty) return null;
        return JsonSerializer.Serialize(authors.Select(a => new[] { ("family", a.Family), ("given", a.Given), ("literal", a.Literal) }
            .Where(part => !string.IsNullOrWhiteSpace(part.Item2)).ToDictionary(part => part.Item1, part => part.Item2)), Json);
    }

    private static long? Find(Dictionary<int, long> ids, int? index) => index is { } i && ids.TryGetValue(i, out long id) ? id : null;

    private static string? Name<T>(T? value)
        where T : struct, Enum => value is { } v ? ContractName.Of(v) : null;
}
