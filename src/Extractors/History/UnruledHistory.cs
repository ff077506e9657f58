using System.Text;
using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.History;

/// <summary>
/// A table of changes whose ruling is lost, as text extraction leaves it: the column heads on lines of their own ("Effective Date", "Signature
/// Date", "Comments"), then rows that begin with as many dates, and the lines of their notes.
/// </summary>
public sealed partial class UnruledHistory
{
    /// <summary>Column heads are a few words. In UTF-16 units.</summary>
    private const int LongestHead = 40;

    private readonly StringBuilder _heads = new();
    private int _dates;

    /// <summary>Which of a row's dates is its own: that under "Effective", else the first.</summary>
    private int _own;

    /// <summary>Takes the line into <paramref name="rows"/> where it belongs to such a table; false where it does not.</summary>
    public bool Take(string text, SourceSpan line, List<HistoryRow> rows)
    {
        if (_dates < 2 && rows.Count > 0) return false;
        if (NextReview().IsMatch(text, line.Start)) return _dates >= 2;
        List<DateMention> leading = Leading(text, line);
        if (_dates < 2)
        {
            if (leading.Count == 0 && line.Length <= LongestHead) _heads.Append(line.In(text)).Append(' ');
            if (leading.Count < 2 || !Heads().IsMatch(_heads.ToString())) return false;
            string heads = _heads.ToString();
            _dates = DateHead().Count(heads);
            _own = heads.IndexOf("effective", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? DateHead().Count(heads.AsSpan(0, at)) : 0;
        }
        if (leading.Count >= 2)
        {
            SourceSpan note = new SourceSpan(leading[^1].Span.End, line.End).Trim(text);
            rows.Add(new(leading[Math.Min(_own, leading.Count - 1)].Date, note.IsEmpty ? null : note, null, null, line));
        }
        else if (rows.Count > 0)
        {
            rows[^1] = rows[^1].GoOn(line, line);
        }
        return true;
    }

    private static List<DateMention> Leading(string text, SourceSpan line)
    {
        var leading = new List<DateMention>();
        int end = line.Start;
        foreach (DateMention date in DateScanner.Find(text, line))
        {
            if (!text.AsSpan(end, date.Span.Start - end).IsWhiteSpace()) break;
            leading.Add(date);
            end = date.Span.End;
        }
        return leading;
    }

    [GeneratedRegex(@"\bdate\b.*\bdate\b.*\b(?:comments?|descriptions?|summary|actions?|changes|notes|reasons?|details)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heads();

    [GeneratedRegex(@"\bdate\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateHead();

    [GeneratedRegex(@"\G(?:next|scheduled)\s(?:\w+\s)?review\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextReview();
}
