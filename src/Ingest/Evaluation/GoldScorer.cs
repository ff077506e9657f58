using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ingest.Store;

namespace Ingest.Evaluation;

/// <summary>
/// Holds a store's views against gold files (CONTRACT: Gold files). Counts exactly as the reference script does: one-to-one matching in
/// the order of the gold, optional facts neither rewarded nor punished, a wrong value both too many and too few.
/// </summary>
public sealed class GoldScorer
{
    private static readonly string[] AlwaysScoredDates = ["original_effective", "effective", "last_review", "next_review"];

    private static readonly (string Field, string View, string Column)[] Lists =
    [
        ("trials", "trials", "nct"), ("clearances", "clearances", "number"), ("keywords", "keywords", "keyword"), ("definitions", "definitions", "term"),
        ("related", "related_policies", "number"),
    ];

    private static readonly string[] CitationFields = ["title", "container", "year", "doi", "pmid", "label"];

    private readonly PolicyReader _reader;
    private readonly ImmutableArray<ScoredFact>.Builder _facts = ImmutableArray.CreateBuilder<ScoredFact>();
    private readonly SortedSet<string> _fields = new(StringComparer.Ordinal);
    private string _document = "";
    private long _policy;

    private GoldScorer(PolicyReader reader) => _reader = reader;

    /// <exception cref="InvalidDataException">A gold file is not JSON of the contract's form; the message names it.</exception>
    public static ScoreCard Score(PolicyReader reader, string goldFolder)
    {
        var scorer = new GoldScorer(reader);
        var policies = new Dictionary<string, StoreRow>();
        foreach (StoreRow row in reader.Rows("select * from policies")) policies[Path.GetFileNameWithoutExtension(row.Text("source") ?? "")] = row;
        var payers = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (string file in Directory.GetFiles(goldFolder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                using JsonDocument gold = JsonDocument.Parse(File.ReadAllBytes(file));
                string document = Path.GetFileNameWithoutExtension(gold.RootElement.GetProperty("document").GetString()!);
                payers[document] = gold.RootElement.TryGetProperty("policy", out JsonElement policy) && policy.TryGetProperty("payer", out JsonElement payer)
                    ? GoldText.Accepted(payer)[0] ?? "(none)" : "(not said)";
                scorer.ScoreDocument(document, gold.RootElement, policies.GetValueOrDefault(document));
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                throw new InvalidDataException($"{file} is no gold file: {error.Message}", error);
            }
        }
        (int good, int all) = SpanLaw.Check(reader);
        return new(scorer._facts.ToImmutable(), payers.ToImmutable(), scorer._fields.ToImmutableSortedSet(StringComparer.Ordinal), good, all);
    }

    private void ScoreDocument(string document, JsonElement gold, StoreRow? policy)
    {
        (_document, _policy) = (document, policy?.Number("policy_id") ?? -1);
        Add("document", document, policy is null ? Verdict.Missed : Verdict.Right);
        if (gold.TryGetProperty("policy", out JsonElement identity))
        {
            foreach (JsonProperty field in identity.EnumerateObject())
                Value(field.Name, field.Name, policy is not null && policy.Columns.Contains(field.Name) ? policy.Text(field.Name) : null, GoldText.Accepted(field.Value));
        }
        if (gold.TryGetProperty("dates", out JsonElement dates)) Dates(dates, gold);
        if (gold.TryGetProperty("positions", out JsonElement positions)) Positions(positions, gold);
        if (gold.TryGetProperty("codes", out JsonElement codes)) Codes(codes, gold);
        if (gold.TryGetProperty("history", out JsonElement history)) History(history);
        if (gold.TryGetProperty("history_codes", out JsonElement historyCodes))
        {
            Sets(
                "history_codes",
                Rows("select h.date,c.code,c.change from history_codes c join history h using(entry_id) where c.policy_id=$id")
                    .Select(r => $"{r.Text("date")} | {r.Text("code")} | {r.Text("change")}"),
                GoldText.Tuples(historyCodes));
        }
        if (gold.TryGetProperty("citations", out JsonElement citations)) Citations(citations);
        if (gold.TryGetProperty("sections", out JsonElement sections)) Sections(sections);
        if (gold.TryGetProperty("criteria", out JsonElement criteria)) Criteria(criteria);
        foreach ((string field, string view, string column) in Lists)
        {
            if (gold.TryGetProperty(field, out JsonElement list))
            {
                Sets(
                    field, Rows($"select {column} from {view} where policy_id=$id").Select(r => GoldText.Norm(r.Text(column))),
                    list.EnumerateArray().Select(x => GoldText.Norm(GoldText.Scalar(x))));
            }
        }
    }

    private void Dates(JsonElement dates, JsonElement gold)
    {
        string[] wanted = [.. GoldText.Tuples(dates)];
        HashSet<string> kinds = [.. AlwaysScoredDates, .. wanted.Select(w => w.Split(" | ")[0])];
        HashSet<string> free = gold.TryGetProperty("dates_optional", out JsonElement optional) ? [.. GoldText.Tuples(optional).Except(wanted)] : [];
        Sets(
            "dates",
            Rows("select kind,date from policy_dates where policy_id=$id").Where(r => kinds.Contains(r.Text("kind")!))
                .Select(r => $"{r.Text("kind")} | {r.Text("date")}").Where(d => !free.Contains(d)),
            wanted);
    }

    private void Positions(JsonElement wanted, JsonElement gold)
    {
        static string Quote(JsonElement w) => w.TryGetProperty("quote", out JsonElement quote) ? quote.GetString()! : "";
        static bool Same(StoreRow row, JsonElement w) =>
            GoldText.Accepted(w.GetProperty("stance")).Contains(row.Text("stance"))
            && Quote(w).Split('|').Any(q => GoldText.Norm(row.Text("statement")).Contains(GoldText.Norm(q), StringComparison.Ordinal));
        JsonElement[] optional = gold.TryGetProperty("positions_optional", out JsonElement some) ? [.. some.EnumerateArray()] : [];
        JsonElement[] wants = [.. wanted.EnumerateArray()];
        _fields.Add("positions");
        (List<(StoreRow Got, JsonElement Want)> pairs, List<StoreRow> extra, List<JsonElement> missed) =
            Pair(Rows("select * from positions where policy_id=$id"), wants, Same);
        foreach ((_, JsonElement want) in pairs) Add("positions", Key(want), Verdict.Right);
        foreach (StoreRow row in extra.Where(r => !optional.Any(o => Same(r, o)) && !wants.Any(w => Same(r, w))))
            Add("positions", $"{row.Text("stance")}: {Short(row.Text("statement"))}", Verdict.Extra);
        foreach (JsonElement want in missed) Add("positions", Key(want), Verdict.Missed);
        foreach ((StoreRow got, JsonElement want) in pairs)
        {
            if (want.TryGetProperty("conditional", out JsonElement conditional))
                Value("position_conditional", Key(want), (got.Number("conditional") ?? 0) != 0 ? "1" : "0", [conditional.ValueKind == JsonValueKind.True || (conditional.ValueKind == JsonValueKind.Number && conditional.GetInt32() != 0) ? "1" : "0"]);
        }

        static string Key(JsonElement w) => $"{GoldText.Accepted(w.GetProperty("stance"))[0]}: {Quote(w)}";
    }

    private void Codes(JsonElement wanted, JsonElement gold)
    {
        IReadOnlyList<StoreRow> rows = Rows("select * from codes where policy_id=$id");
        static string Name(StoreRow r) => r.Text("code_end") is { } end ? $"{r.Text("code")}-{end}" : r.Text("code")!;
        Sets("codes", rows.Select(r => $"{Name(r)} | {r.Text("system")}"), GoldText.Tuples(wanted));
        ILookup<string, StoreRow> byCode = rows.SelectMany(r => new[] { r.Text("code")!, Name(r) }.Distinct().Select(key => (Key: key, Row: r))).ToLookup(x => x.Key, x => x.Row);
        foreach ((string field, string column) in new[] { ("code_effective", "effective_date"), ("code_stance", "stance"), ("code_description", "description") })
        {
            if (!gold.TryGetProperty(field, out JsonElement values)) continue;
            foreach (JsonProperty value in values.EnumerateObject())
            {
                // A code may be listed more than once; any of its rows may carry the value.
                string? want = GoldText.Scalar(value.Value);
                string[] got = [.. byCode[value.Name].Select(r => r.Text(column)).OfType<string>()];
                Value(field, value.Name, got.FirstOrDefault(g => GoldText.Norm(g) == GoldText.Norm(want)) ?? got.FirstOrDefault(), [want]);
            }
        }
    }

    private void History(JsonElement wanted)
    {
        _fields.Add("history");
        (var pairs, List<StoreRow> extra, List<JsonElement> missed) = Pair(
            Rows("select * from history where policy_id=$id order by ordinal"), [.. wanted.EnumerateArray()],
            (row, want) => GoldText.Accepted(want[0]).Contains(row.Text("date"))
                && $"{GoldText.Norm($"{row.Text("actor")} {row.Text("note")}")} {GoldText.Norm(row.Text("note"))}".Contains(Begin(GoldText.Norm(GoldText.Scalar(want[1])), 25), StringComparison.Ordinal));
        foreach ((_, JsonElement want) in pairs) Add("history", Key(want), Verdict.Right);
        foreach (StoreRow row in extra) Add("history", $"{row.Text("date")} {Short(row.Text("note"))}", Verdict.Extra);
        foreach (JsonElement want in missed) Add("history", Key(want), Verdict.Missed);
        static string Key(JsonElement w) => $"{GoldText.Accepted(w[0])[0]} {GoldText.Scalar(w[1])}";
    }

    private void Citations(JsonElement wanted)
    {
        _fields.Add("citations");
        (var pairs, List<StoreRow> extra, List<JsonElement> missed) = Pair(
            Rows("select * from citations where policy_id=$id order by ordinal"), [.. wanted.EnumerateArray()],
            (row, want) =>
            {
                string raw = GoldText.Norm(row.Text("raw")), starts = GoldText.Norm(want.GetProperty("starts").GetString());
                int digits = raw.TakeWhile(char.IsAsciiDigit).Count();
                string unnumbered = digits > 0 && digits < raw.Length && raw[digits] == ' ' ? raw[(digits + 1)..] : raw;
                return raw.StartsWith(starts, StringComparison.Ordinal) || unnumbered.StartsWith(starts, StringComparison.Ordinal);
            });
        foreach ((_, JsonElement want) in pairs) Add("citations", Key(want), Verdict.Right);
        foreach (StoreRow row in extra) Add("citations", Short(row.Text("raw")), Verdict.Extra);
        foreach (JsonElement want in missed) Add("citations", Key(want), Verdict.Missed);
        foreach ((StoreRow got, JsonElement want) in pairs)
        {
            foreach (string field in CitationFields)
            {
                if (want.TryGetProperty(field, out JsonElement value)) Value("citation_" + field, Key(want), got.Text(field), [GoldText.Scalar(value)]);
            }
        }
        static string Key(JsonElement w) => w.GetProperty("starts").GetString()!;
    }

    private void Sections(JsonElement wanted)
    {
        _fields.Add("section_heading");
        (var pairs, _, List<JsonElement> missed) = Pair(
            Rows("select heading,kind from sections where policy_id=$id order by ordinal"), [.. wanted.EnumerateArray()],
            (row, want) => GoldText.Norm(row.Text("heading")) == GoldText.Norm(GoldText.Scalar(want[0])));
        foreach ((StoreRow got, JsonElement want) in pairs)
        {
            Add("section_heading", GoldText.Scalar(want[0])!, Verdict.Right);
            Value("section_kind", GoldText.Scalar(want[0])!, got.Text("kind"), [GoldText.Scalar(want[1])]);
        }
        foreach (JsonElement want in missed)
        {
            Add("section_heading", GoldText.Scalar(want[0])!, Verdict.Missed);
            Add("section_kind", GoldText.Scalar(want[0])!, Verdict.Missed);
        }
    }

    private void Criteria(JsonElement wanted)
    {
        IReadOnlyList<StoreRow> rows = Rows("select * from criteria where policy_id=$id");
        ILookup<long?, StoreRow> children = rows.ToLookup(r => r.Number("parent_criterion_id"));
        foreach (JsonElement want in wanted.EnumerateArray())
        {
            string begin = GoldText.Norm(GoldText.Scalar(want[0])), form = GoldText.Scalar(want[1])!;
            bool right = rows.Where(r => GoldText.Norm(r.Text("text")).Contains(begin, StringComparison.Ordinal)).Any(r =>
            {
                int count = children[r.Number("criterion_id")].Count();
                return (form == "leaf" && count == 0)
                    || (form == r.Text("operator") && (want.GetArrayLength() < 3 || count.ToString(CultureInfo.InvariantCulture) == want[2].GetRawText()));
            });
            Add("criteria", $"{GoldText.Scalar(want[0])} {form}", right ? Verdict.Right : Verdict.Missed);
        }
    }

    private void Sets(string field, IEnumerable<string> got, IEnumerable<string> want)
    {
        HashSet<string> found = [.. got], wanted = [.. want];
        _fields.Add(field);
        foreach (string fact in wanted.Order(StringComparer.Ordinal)) Add(field, fact, found.Contains(fact) ? Verdict.Right : Verdict.Missed);
        foreach (string fact in found.Except(wanted).Order(StringComparer.Ordinal)) Add(field, fact, Verdict.Extra);
    }

    /// <param name="accepted">Right values, the most canonical first; a null there means that the document does not say, so anything got is wrong.</param>
    private void Value(string field, string fact, string? got, IReadOnlyList<string?> accepted)
    {
        if (accepted[0] is null)
        {
            if (got is not null) Add(field, fact, Verdict.Extra, got);
        }
        else if (got is null)
        {
            Add(field, fact, Verdict.Missed);
        }
        else
        {
            bool right = accepted.Any(a => GoldText.Norm(a) == GoldText.Norm(got));
            Add(field, fact, right ? Verdict.Right : Verdict.Wrong, right ? null : got);
        }
    }

    private void Add(string field, string fact, Verdict verdict, string? got = null)
    {
        _fields.Add(field);
        _facts.Add(new(_document, field, fact, verdict, got));
    }

    private IReadOnlyList<StoreRow> Rows(string sql) => _reader.Rows(sql, ("id", _policy));

    /// <summary>One to one: each wanted fact takes the first row that is the same and not yet taken.</summary>
    private static (List<(StoreRow Got, JsonElement Want)> Pairs, List<StoreRow> Extra, List<JsonElement> Missed) Pair(
        IReadOnlyList<StoreRow> got, IReadOnlyList<JsonElement> want, Func<StoreRow, JsonElement, bool> same)
    {
        List<StoreRow> left = [.. got];
        var pairs = new List<(StoreRow, JsonElement)>();
        var missed = new List<JsonElement>();
        foreach (JsonElement wanted in want)
        {
            int at = left.FindIndex(row => same(row, wanted));
            if (at < 0)
            {
                missed.Add(wanted);
                continue;
            }
            pairs.Add((left[at], wanted));
            left.RemoveAt(at);
        }
        return (pairs, left, missed);
    }

    private static string Begin(string text, int length) => text.Length > length ? text[..length] : text;

    private static string Short(string? text) => text is null ? "" : text.Length <= 140 ? text : text[..140];
}
