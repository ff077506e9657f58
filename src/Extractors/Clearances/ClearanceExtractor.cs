using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Clearances;

/// <summary>
/// FDA authorisations that the policy names with their numbers outside its references and history. Forms (FDA, Device and drug submission numbers): 510(k)
/// K and six digits, PMA P and six, De Novo DEN and six, HDE H and six; BLA, NDA and ANDA six digits after the word.
/// </summary>
public sealed partial class ClearanceExtractor : IFactExtractor<Clearance>
{
    /// <summary>How much of a sentence is read to either side of a number, in UTF-16 units.</summary>
    private const int LongestSide = 400;

    public Extraction<Clearance> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var found = new List<Clearance>();
        foreach (Section section in policy.Sections)
        {
            if (section.Kind is SectionKind.References or SectionKind.History or SectionKind.Contents or SectionKind.Related) continue;
            int first = found.Count;
            string? code = null;
            foreach (SourceSpan run in Runs(policy, section))
            {
                string words = run.Slice(policy.Text);
                found.AddRange(Read(policy.Text, run, words));
                if (UnnumberedClearance.IsToldIn(policy, section)) found.AddRange(UnnumberedClearance.Read(policy.Text, run, said => Number().IsMatch(said)));
                if (ProductCode().Match(words) is { Success: true } match) code ??= match.Groups["code"].Value;
            }
            // A product code on a line of its own speaks of the section's devices where none has its own.
            if (code is not null && (found.Count - first == 1 || found.Skip(first).Any(c => c.Number is not null)) && found.Skip(first).All(c => c.ProductCode is null))
                for (int i = first; i < found.Count; i++) found[i] = found[i] with { ProductCode = code };
        }
        return found.GroupBy(c => c.Number ?? c.Device).Select(same => same.MaxBy(Told)!).OrderBy(c => c.Span).ToImmutableArray();
    }

    private static int Told(Clearance clearance) =>
        (clearance.Device is null ? 0 : 2) + (clearance.Date is null ? 0 : 1) + (clearance.ProductCode is null ? 0 : 1);

    /// <summary>Paragraphs, items and, of tables, whole rows: number, device and date of a row belong together.</summary>
    private static IEnumerable<SourceSpan> Runs(SectionedPolicy policy, Section section)
    {
        for (int i = section.FirstBlock; i < section.EndBlock; i++)
        {
            if (policy.Document.Blocks[i] is not TableBlock table)
            {
                yield return policy.Document.Blocks[i].Span;
                continue;
            }
            for (int row = 0; row < table.Rows; row++)
            {
                TableCell[] cells = [.. table.Cells.Where(c => c.Row == row)];
                if (cells.Length > 0) yield return new(cells[0].Span.Start, cells[^1].Span.End);
            }
        }
    }

    private static IEnumerable<Clearance> Read(string text, SourceSpan run, string words)
    {
        if (!Context().IsMatch(words)) yield break;
        foreach (Match match in Number().EnumerateSlice(text, run))
        {
            if (InAddress(text, match.Index)) continue;
            string number = (match.Groups["drug"].Success ? match.Groups["drug"] : match.Groups["device"]).Value.Replace(" ", "", StringComparison.Ordinal);
            SourceSpan sentence = SentenceAround(text, run, match.Index);
            string said = sentence.Slice(text);
            string? pathway = match.Groups["kind"].Success ? match.Groups["kind"].Value.ToUpperInvariant() : PathwayOf(number);
            if (pathway == "HDE" && !Humanitarian().IsMatch(words)) continue;
            yield return new(
                "FDA", pathway, number, ProductCode().Match(said) is { Success: true } code ? code.Groups["code"].Value : null,
                DeviceName.In(said, match.Index - sentence.Start), DateOf(said), new(match.Index, match.Index + match.Length));
        }
    }

    private static string PathwayOf(string number) => number[0] switch { 'K' => "510(k)", 'P' => "PMA", 'D' => "De Novo", _ => "HDE" };

    private static PartialDate? DateOf(string sentence) =>
        DateScanner.Find(sentence, new SourceSpan(0, sentence.Length), bareYears: true) is [var first, ..] ? first.Date : null;

    private static bool InAddress(string text, int at)
    {
        int start = at;
        while (start > 0 && at - start < 300 && !char.IsWhiteSpace(text[start - 1])) start--;
        return text.AsSpan(start, at - start).Contains('/') || text.AsSpan(start, at - start).Contains('=');
    }

    private static SourceSpan SentenceAround(string text, SourceSpan run, int at)
    {
        int start = Math.Max(run.Start, at - LongestSide), end = Math.Min(run.End, at + LongestSide);
        foreach (Match match in SentenceEnd().EnumerateSlice(text, new(start, end)))
        {
            if (match.Index < at) start = match.Index + match.Length;
            else
            {
                end = match.Index + 1;
                break;
            }
        }
        return new SourceSpan(start, end).Trim(text);
    }

    [GeneratedRegex(
        @"(?<![\p{L}\d-])(?:(?<device>K\d{6}|P\d{6}(?:/S\d{1,3})?|DEN\s?\d{6}|H\d{6})|(?<kind>BLA|A?NDA)\s*(?:\#|No\.?|number)?\s*:?\s*(?<drug>\d{6}))(?![\p{L}\d])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:FDA|food and drug|510\s?\(k\)|PMA|premarket|de novo|clear(?:ed|ance)|approv\w+|humanitarian|HDE|BLA|A?NDA|device|authori[sz]ed|marketing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Context();

    [GeneratedRegex(@"\b(?:humanitarian|HDE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Humanitarian();

    [GeneratedRegex(@"(?i:\bproduct\s+codes?)\s*:?\s*(?<code>[A-Z]{3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex ProductCode();

    [GeneratedRegex(@"(?<!\b(?:Inc|Ltd|Corp|Co|No|U\.S|[A-Z]))[.!?]\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
