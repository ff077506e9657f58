using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Dates;

/// <summary>
/// Reads the words before a date as a label ("Last Review Date:", "Originally effective", "Rev."). A label is a run of words that all belong to the
/// vocabulary of such labels (or to the payer's name), with one of them naming an event; which event follows from the set of words.
/// </summary>
public static partial class DateLabel
{
    /// <summary>A label found: what it names, where it starts, how many words it has, whether a colon or leader closes it.</summary>
    public readonly record struct Reading(PolicyDateKind Kind, int Start, int Words, bool Closed)
    {
        /// <summary>Whether the words name one event ("Last Review"), not a kind of which there are many ("Reviewed Dates").</summary>
        public bool Single { get; init; }
    }

    private static readonly FrozenSet<string> Events = Set(
        "effective effect eff review reviewed reviews rereview re-review revised revision revisions rev approved approval approvals adopted adoption " +
        "published publish publication posted issued issue release released implementation implemented origin origination originated created creation " +
        "inception devised updated update updates modified amended archived archive retired retirement termination terminated expiration expires end comment established evaluated evaluation");

    private static readonly FrozenSet<string> Fillers = Set(
        "date dates of on the as and to for is was this policy medical clinical coverage criteria guideline document plan committee board director directors " +
        "pharmacy therapeutics p&t p&p quality management group by most recent recently latest last current currently next original originally initial initially " +
        "first new annual annually scheduled upcoming biennial evidence-based payment reimbursement begin begins beginning start period since technology assessment " +
        "mptac version bulletin drug formulary utilization um qm health services due prior previous previously former superseded closed open major minor content " +
        "administrative corporate internal external or oversight cms be anticipated planned projected tentative");

    /// <summary>Words that open a label: nothing but an article or the policy's kind can stand before them.</summary>
    private static readonly FrozenSet<string> Openers = Set("original originally initial initially first last latest next current most upcoming new prior previous former");

    private static readonly FrozenSet<string> BeforeOpener = Set("policy medical clinical coverage criteria guideline document plan the date of anticipated planned projected tentative drug payment reimbursement most this");

    /// <summary>The label whose last word ends right before <paramref name="end"/>, looking back no further than <paramref name="from"/>.</summary>
    public static Reading? Before(string text, int from, int end, IReadOnlySet<string>? payerWords = null)
    {
        int at = end;
        bool closed = false;
        while (at > from && IsSeparator(text[at - 1]))
        {
            closed |= text[at - 1] is ':' or '.' or '…' or '|' or '\t';
            at--;
        }
        int start = at, words = 0, dates = 0;
        bool opened = false, named = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (LastWord(text, from, start) is { } word)
        {
            string normal = Normalise(text[word.Start..word.End]);
            bool isEvent = Events.Contains(normal), known = isEvent || Fillers.Contains(normal) || payerWords?.Contains(normal) == true || (words > 0 && Committee().IsMatch(text.AsSpan(word.Start, word.End - word.Start)));
            if (!known || words == 9 || (opened && !BeforeOpener.Contains(normal) && payerWords?.Contains(normal) != true)) break;
            opened |= Openers.Contains(normal);
            named |= isEvent;
            seen.Add(normal);
            // "Review Date  Revisions  Effective Date" is the head of a table.
            if (normal is "date" or "dates" && ++dates > 1) return null;
            start = word.Start;
            words++;
        }
        // "Original Policy Date" names its event by the first word alone.
        named |= seen.Contains("date") && (seen.Contains("original") || seen.Contains("initial"));
        return named && KindOf(seen) is { } kind ? new(kind, start, words, closed) { Single = opened } : null;
    }

    /// <summary>The label that is all there is in <paramref name="span"/>.</summary>
    public static Reading? Whole(string text, SourceSpan span, IReadOnlySet<string>? payerWords = null)
    {
        SourceSpan trimmed = span.Trim(text);
        Reading? reading = Before(text, trimmed.Start, trimmed.End, payerWords);
        return reading is { } r && text.AsSpan(trimmed.Start, r.Start - trimmed.Start).Trim("*•▪-–#_[( ").IsEmpty ? r : null;
    }

    private static PolicyDateKind? KindOf(HashSet<string> words)
    {
        bool Any(params ReadOnlySpan<string> of)
        {
            foreach (string word in of)
            {
                if (words.Contains(word)) return true;
            }
            return false;
        }

        if (Any("prior", "previous", "previously", "former", "superseded")) return null;
        bool review = Any("review", "reviewed", "reviews", "rereview", "re-review", "evaluated", "evaluation"), effective = Any("effective", "effect", "eff", "implementation", "implemented");
        if (Any("comment")) return Any("start", "begin", "begins", "beginning", "open") ? PolicyDateKind.CommentStart : Any("end", "closed") ? PolicyDateKind.CommentEnd : null;
        // "To be reviewed": what is to come.
        if (Any("be") && review && !effective) return PolicyDateKind.NextReview;
        if (Any("next", "upcoming", "due") && !effective) return review || Any("revision", "update") ? PolicyDateKind.NextReview : null;
        if (Any("termination", "terminated", "expiration", "expires", "end", "archived", "archive", "retired", "retirement")) return PolicyDateKind.End;
        if (Any("origin", "origination", "originated", "devised", "inception", "created", "creation", "established")) return PolicyDateKind.OriginalEffective;
        if (Any("original", "originally", "initial", "initially", "first"))
        {
            return Any("approved", "approval") && !effective ? PolicyDateKind.Approved
                : effective || review || Any("issue", "issued", "published", "publication", "adopted", "date") ? PolicyDateKind.OriginalEffective : null;
        }
        if (effective) return PolicyDateKind.Effective;
        if (Any("published", "publish", "publication", "posted", "issued", "issue", "release", "released")) return PolicyDateKind.Published;
        if (review) return PolicyDateKind.LastReview;
        if (Any("revised", "revision", "revisions", "rev", "updated", "update", "updates", "modified", "amended")) return PolicyDateKind.Revised;
        return Any("approved", "approval", "approvals", "adopted", "adoption") ? PolicyDateKind.Approved : null;
    }

    private static (int Start, int End)? LastWord(string text, int from, int end)
    {
        int e = end;
        while (e > from && (IsSeparator(text[e - 1]) || text[e - 1] is '/' or '(' or ')' or '*' or ',')) e--;
        int s = e;
        while (s > from && (char.IsLetter(text[s - 1]) || text[s - 1] is '&' or '\'' or '’' or '-' or '(' or ')')) s--;
        return s < e ? (s, e) : null;
    }

    private static string Normalise(string word) => PluralMark().Replace(word, "").Trim('(', ')', '-', '\'').ToLowerInvariant();

    private static bool IsSeparator(char c) => char.IsWhiteSpace(c) || c is ':' or '.' or '…' or '|' or '–' or '—' or '-' or '_' or '*' or '#' or '=' or '\u200b';

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Committees and councils in capitals (MTAC, QIC, UMC); other bodies' letters are no part of a policy's label.</summary>
    [GeneratedRegex(@"^(?!(?:CDC|ACC|AJCC|FTC|SEC|EPIC)$)[A-Z]{1,4}C$", RegexOptions.CultureInvariant)]
    private static partial Regex Committee();

    /// <summary>"Date(s)" is "Date".</summary>
    [GeneratedRegex(@"\(e?s\)$|\(s$|s\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PluralMark();
}
