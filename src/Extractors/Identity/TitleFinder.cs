using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Identity;

/// <summary>
/// Finds the title as printed: the value of its label, else the first line at the head of the document that says what the policy is about.
/// The file's metadata and the running header only confirm a line of the document.
/// </summary>
public static partial class TitleFinder
{
    private const int HeadLines = 25;
    private const int LongestTitle = 300;

    public static IdentityValue? Find(SectionedPolicy policy, ImmutableArray<FieldLine> lines, ImmutableArray<Field> fields, IdentityValue? payer, IdentityValue? number)
    {
        string text = policy.Text, hint = Normal(policy.Document.Metadata.Title ?? "");
        foreach (Field field in fields.Where(f => f.Name == FieldName.Title && f.Line.Zone is LineZone.Front or LineZone.Furniture or LineZone.Administrative && !f.Value.IsEmpty))
        {
            SourceSpan value = Continue(text, lines, field, hint);
            if (Clean(text, value, number) is { } title && !IsGeneric(title.Value, payer)) return title with { Confidence = field.Line.Zone == LineZone.Front ? 0.97 : 0.85 };
        }
        return Heading(policy, lines, payer, number);
    }

    /// <summary>A labelled title goes on over the next lines of its block while they are no labels.</summary>
    private static SourceSpan Continue(string text, ImmutableArray<FieldLine> lines, Field field, string hint)
    {
        SourceSpan value = field.Value;
        if (field.Source is not { } source || value.End != source.Span.End) return value;
        for (int i = source.Ordinal + 1; i < lines.Length && i <= source.Ordinal + 3; i++)
        {
            FieldLine next = lines[i];
            if (next.Zone != source.Zone || next.Cell != source.Cell || FieldReader.BeginsWithLabel(text, next) || value.Length + next.Span.Length > LongestTitle) break;
            if (next.Block != source.Block && !GoesOn(text, value, next.Span, hint)) break;
            value = new(value.Start, next.Span.End);
        }
        return value;
    }

    /// <summary>A title broken over blocks: an open end, capitals that go on, or what the metadata says.</summary>
    private static bool GoesOn(string text, SourceSpan value, SourceSpan next, string hint)
    {
        string soFar = value.Slice(text), more = next.Slice(text);
        bool capitals = soFar.Length > 12 && !soFar.Any(char.IsLower) && !more.Any(char.IsLower) && more.Any(char.IsLetter) && !SectionHeading().IsMatch(more) && PolicyNumberForm.Alone(text, next) is null;
        return capitals || soFar[^1] is ',' or '-' || DanglingWord().IsMatch(soFar) || (hint.Length > 5 && hint.Contains(Normal(soFar + " " + more), StringComparison.Ordinal));
    }

    private static IdentityValue? Heading(SectionedPolicy policy, ImmutableArray<FieldLine> lines, IdentityValue? payer, IdentityValue? number)
    {
        string text = policy.Text;
        string hint = Normal(policy.Document.Metadata.Title ?? "");
        var running = lines.Where(l => l.Zone == LineZone.Furniture).Select(l => Normal(l.Span.Slice(text))).Where(n => n.Length > 5).ToHashSet(StringComparer.Ordinal);
        IdentityValue? best = null;
        double bestScore = 0;
        int seen = 0;
        for (int i = 0; i < lines.Length && seen < HeadLines; i++)
        {
            FieldLine line = lines[i];
            if (line.Zone != LineZone.Front) continue;
            seen++;
            if (line.Table is { Rows: > 4 } || line.Span.Length > LongestTitle || FieldReader.BeginsWithLabel(text, line)) continue;
            int last = LastOf(text, lines, i, hint, payer);
            SourceSpan span = last == i ? BeforeFields(text, line.Span) : new(line.Span.Start, lines[last].Span.End);
            if (Clean(text, span, number) is not { } title || IsGeneric(title.Value, payer) || !LooksLikeTitle(title.Value)) continue;
            double score = Score(line, seen, Normal(title.Value), hint, running) - (Letterhead().IsMatch(title.Value) ? 2.5 : 0) + (KindBefore().IsMatch(text, line.Span.Start) ? 1.5 : 0);
            if (score <= bestScore) continue;
            (best, bestScore) = (title with { Confidence = Math.Clamp(0.5 + 0.07 * score, 0.5, 0.95) }, score);
        }
        return bestScore >= 2 ? best : Running(policy, lines, hint, payer, number) ?? (bestScore >= 0.5 ? best : null);
    }

    /// <summary>Where the title stands in the running header alone, the metadata has to say which of its lines it is.</summary>
    private static IdentityValue? Running(SectionedPolicy policy, ImmutableArray<FieldLine> lines, string hint, IdentityValue? payer, IdentityValue? number)
    {
        if (hint.Length < 6) return null;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Zone != LineZone.Furniture) continue;
            string line = Normal(lines[i].Span.Slice(policy.Text));
            if (line.Length < 6 || !(hint.Contains(line, StringComparison.Ordinal) || line.Contains(hint, StringComparison.Ordinal))) continue;
            SourceSpan span = new(lines[i].Span.Start, lines[LastOf(policy.Text, lines, i, hint, payer)].Span.End);
            if (Clean(policy.Text, span, number) is { } title && !IsGeneric(title.Value, payer)) return title with { Confidence = 0.7 };
        }
        return null;
    }

    /// <summary>What stands before a field in the same line: "Imaging of Bones: Policy No. 12", "Imaging of Bones   Date of Origin: 04/2004".</summary>
    private static SourceSpan BeforeFields(string text, SourceSpan line)
    {
        Match number = NumberField().Match(text, line.Start, line.Length);
        int end = number.Success ? number.Index : line.End;
        if (Dates.DateScanner.Find(text, line) is [var date, ..] && Dates.DateLabel.Before(text, line.Start, date.Span.Start) is { Closed: true, Words: > 1 } label) end = Math.Min(end, label.Start);
        return end - line.Start >= 8 ? new SourceSpan(line.Start, end).Trim(text) : line;
    }

    /// <summary>A few words that end like a payer's name or in the kind of document: who publishes, not what of.</summary>
    [GeneratedRegex(@"^(?:[\w’'&®.-]+\s){1,4}(?:Health Care|Health|Health Plans?|Healthcare|Insurance Company|Inc|Blue (?:Cross|Shield)|(?:medical|clinical|coverage|reimbursement|payment|pharmacy) polic(?:y|ies))\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Letterhead();

    [GeneratedRegex(@"[:,–-]?\s(?:Policy\s)?(?:No\.|Number:?|#)\s?[A-Z]{0,6}[-.]?\d[\w.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberField();

    private static double Score(FieldLine line, int seen, string title, string hint, HashSet<string> running)
    {
        double score = line.Block is HeadingBlock { Level: 1 } ? 3 : line.IsHeading ? 2.5 : line.Block is ListItemBlock ? -2 : 0;
        if (hint.Length > 5 && title.Length > 5 && (hint.Contains(title, StringComparison.Ordinal) || title.Contains(hint, StringComparison.Ordinal))) score += 4 * Math.Min(title.Length, hint.Length) / Math.Max(title.Length, hint.Length);
        if (running.Any(r => r.Contains(title, StringComparison.Ordinal) || (r.Length > 11 && title.Contains(r, StringComparison.Ordinal)))) score += 2;
        // Of equals the earlier wins, the first lines most of all.
        return score + (seen <= 6 ? 2 : 1) - 0.05 * seen;
    }

    /// <summary>
    /// The last line of a title that begins at <paramref name="first"/>: it goes on where a line ends with a colon or a dash, or where only both
    /// lines together make up what the file's metadata says.
    /// </summary>
    private static int LastOf(string text, ImmutableArray<FieldLine> lines, int first, string hint, IdentityValue? payer)
    {
        int last = first;
        while (last + 1 < lines.Length && last - first < 3)
        {
            FieldLine line = lines[last], next = lines[last + 1];
            if (next.Zone != line.Zone || next.Cell != line.Cell || FieldReader.BeginsWithLabel(text, next) || next.Span.Length > 150) break;
            string joined = Normal(text[lines[first].Span.Start..next.Span.End]);
            bool open = text[line.Span.End - 1] is ':' or '-' or '–' or '—' or ',' or '/' && line.Span.Length > 12 && char.IsLetterOrDigit(text[line.Span.End - 2]);
            bool hinted = hint.Length > 5 && hint.Contains(joined, StringComparison.Ordinal);
            bool sameBlock = next.Block == line.Block && line.IsHeading;
            bool repeated = joined.Length > 0 && Normal(next.Span.Slice(text)) is { Length: > 8 } again && Normal(text[lines[first].Span.Start..line.Span.End]).StartsWith(again[..8], StringComparison.Ordinal);
            if (repeated || IsGeneric(next.Span.Slice(text), payer) || PolicyNumberForm.Alone(text, next.Span) is not null) break;
            bool unclosed = text[lines[first].Span.Start..line.Span.End] is var soFar && soFar.Count(c => c == '(') > soFar.Count(c => c == ')');
            bool connective = DanglingWord().IsMatch(text[line.Span.Start..line.Span.End]) && next.IsHeading == line.IsHeading;
            if (!open && !hinted && !sameBlock && !unclosed && !connective) break;
            last++;
        }
        return last;
    }

    private static IdentityValue? Clean(string text, SourceSpan span, IdentityValue? number)
    {
        SourceSpan trimmed = Strip(text, span);
        if (number is not null && trimmed.Contains(number.Span))
        {
            if (number.Span.Start - trimmed.Start <= 1 || PolicyNumberForm.BeforeTitle(text, trimmed) == number.Span) trimmed = Strip(text, new(number.Span.End, trimmed.End));
            else if (trimmed.End - number.Span.End <= 1) trimmed = Strip(text, new(trimmed.Start, number.Span.Start));
        }
        else if (number is not null && trimmed.Length > number.Value.Length + 5)
        {
            // The number repeated beside the title: "V.17 GENETIC TESTING …", "… MP9603".
            string value = trimmed.Slice(text);
            if (value.StartsWith(number.Value + " ", StringComparison.OrdinalIgnoreCase)) trimmed = Strip(text, new(trimmed.Start + number.Value.Length, trimmed.End));
            else if (value.EndsWith(" " + number.Value, StringComparison.OrdinalIgnoreCase)) trimmed = Strip(text, new(trimmed.Start, trimmed.End - number.Value.Length));
        }
        if (KindBefore().Match(text, trimmed.Start, trimmed.Length) is { Success: true } kind) trimmed = new(kind.Index + kind.Length, trimmed.End);
        if (trimmed.Length is < 3 or > LongestTitle) return null;
        string title = White().Replace(Marks().Replace(trimmed.Slice(text), " "), " ").Trim();
        return new(title, trimmed, 0.5);
    }

    private static SourceSpan Strip(string text, SourceSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '*' or '_' or '#' or '|' or '•' or '▪' or '–' or '-' or ':' or ',' or '^' or '\\' or '/')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '*' or '_' or '|' or '–' or '-' or ':' or ',' or '^' or '/')) end--;
        return new(start, end);
    }

    /// <summary>Kinds of documents, products and the payer's own name are no title.</summary>
    private static bool IsGeneric(string title, IdentityValue? payer)
    {
        HashSet<string> own = payer is null ? [] : [.. PayerNames.Words(payer.Value)];
        return PayerNames.Words(title).All(w => own.Contains(w) || w is not ("genetic" or "testing" or "therapy" or "test" or "tests" or "gene" or "care") && PayerNames.IsGeneric(w));
    }

    private static bool LooksLikeTitle(string title) =>
        title.Length >= 4 && title.Any(char.IsLetter) && !title.EndsWith('.') && !Sentence().IsMatch(title) && !SectionHeading().IsMatch(title) && !Clock().IsMatch(title)
        && Dates.DateScanner.Find(title, new(0, title.Length)).Count == 0 && (char.IsUpper(title[0]) || char.IsDigit(title[0]) || title.Length > 12);

    private static string Normal(string title) => string.Join(' ', PayerNames.Words(title));

    /// <summary>What kind of document it is, said before the title in one line: "Medical Policy: …".</summary>
    [GeneratedRegex(@"\G(?:(?:(?i:medical|clinical|coverage|pharmacy|drug|reimbursement|payment|necessity) ){1,2}(?i:policy|guidelines?|bulletin)\s?[:–—]\s+(?=\S{3})|MEDICAL POLICY\s(?=[A-Z][A-Z]*[a-z]))", RegexOptions.CultureInvariant)]
    private static partial Regex KindBefore();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();

    /// <summary>Bullets and emphasis inside a title of several lines.</summary>
    [GeneratedRegex(@"[*_]{1,3}|[▪•]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\b(?:is|are|was|were|may be|will be|has been|have been|must|should|refer to|contact|click|please|licensee|reserved|copyright)\b|\ban?\s\w[\w ]{2,30}\scompany$|©|https?:|www\.|@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:[IVX]+\.\s)?(?:table of contents?|contents|introduction|overview|description|background|policy|coverage|coverage rationale|application|scope|definitions?|references?|rationale|criteria|purpose|dates|related (?:policies|guidelines|documents).*|instructions for use|important (?:reminder|information).*|disclaimer.*|position statement|policy (?:statement|description|coverage criteria|history|guidelines).*|feedback|skip to .*|none|n/a|background[:/].*|description[:/].*|enterprise policy|notes?|action|status|service|name|title|subject|number|department)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SectionHeading();

    [GeneratedRegex(@"\d{1,2}:\d\d|\bpage \d+|^\d+\s?/\s?\d+$|\.{4,}|\s[>»]\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(?:for|of|and|the|in|with|to|or|using|by|from|on)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DanglingWord();
}
