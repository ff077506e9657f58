using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Trials;

/// <summary>Reads the usual table of trials: registry number, name, planned enrolment, completion date, under rows that head a state.</summary>
internal static partial class TrialTable
{
    public static List<Trial> Read(string text, TableBlock table)
    {
        var trials = new List<Trial>();
        var heads = new Dictionary<int, string>();
        string? state = null;
        for (int row = 0; row < table.Rows; row++)
        {
            TableCell[] cells = [.. table.Row(row)];
            (string Nct, SourceSpan Span)[] numbers = [.. cells.Where(c => c.Row == row).SelectMany(c => TrialWords.Numbers(text, c.Span))];
            if (numbers.Length == 0)
            {
                string words = string.Join(' ', cells.Select(c => c.Span.Slice(text).Trim()).Where(w => w.Length > 0));
                if (TrialWords.IsStatusAlone(words)) state = TrialWords.StatusIn(words);
                else if (trials.Count == 0) foreach (TableCell cell in cells) heads[cell.Column] = $"{heads.GetValueOrDefault(cell.Column)} {cell.Span.Slice(text)}".Trim();
                continue;
            }
            foreach ((string nct, SourceSpan span) in numbers) trials.Add(Row(text, cells, heads, state, nct, span));
        }
        return trials;
    }

    private static Trial Row(string text, TableCell[] cells, Dictionary<int, string> heads, string? state, string nct, SourceSpan number)
    {
        string? title = null;
        int? enrollment = null;
        PartialDate? completion = null;
        SourceSpan span = number;
        // Tables of evidence name trials too, but their cells tell of sites and results.
        bool ofTrials = heads.Count == 0 || heads.Values.Any(h => CountHead().IsMatch(h) || CompletionHead().IsMatch(h) || NumberHead().IsMatch(h));
        foreach (TableCell cell in cells)
        {
            if (cell.Span.Contains(number)) continue;
            string words = White().Replace(cell.Span.Slice(text), " ").Trim(), head = heads.GetValueOrDefault(cell.Column, "");
            if (words.Length == 0) continue;
            bool named = CountHead().IsMatch(head);
            if ((named || (ofTrials && OnlyCount().IsMatch(words))) && enrollment is null) enrollment = TrialWords.CountIn(words);
            else if (DateHead().IsMatch(head) || OnlyDate().IsMatch(words))
            {
                completion ??= TrialWords.CompletionIn(words);
                state = TrialWords.StatusIn(words) ?? state;
            }
            else if (StatusHead().IsMatch(head)) state = words;
            else if (Letters().Count(words) >= 2 && (title is null ? ofTrials || NameHead().IsMatch(head) : TitleHead().IsMatch(head))) title = words;
            if (named && completion is null && DateHead().IsMatch(head)) completion = TrialWords.CompletionIn(words);
            if (cell.Span.Start >= span.End) span = SourceSpan.Cover(span, cell.Span.Trim(text));
        }
        return new(nct, title, state, enrollment, completion, span);
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();

    [GeneratedRegex(@"enrol|sample|participants|\bn\b|size", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountHead();

    [GeneratedRegex("complet", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CompletionHead();

    [GeneratedRegex(@"^NCT\b|identifier|registry|registration", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberHead();

    [GeneratedRegex("name|title", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameHead();

    [GeneratedRegex("complet|date", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateHead();

    [GeneratedRegex("status|state", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatusHead();

    [GeneratedRegex("name|title|trial|study", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleHead();

    [GeneratedRegex(@"^\d{1,6}(?:,\d{3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyCount();

    [GeneratedRegex(@"^(?:\p{L}{3,9}\.?,?\s)?(?:19|20)\d\d(?:\s\([^)]*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyDate();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
