using System.Collections.Immutable;
using System.Globalization;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Splitting;

/// <summary>
/// Cuts the lines of a reference list into its entries. Numbered lists are cut where the count goes on, also inside a line; unnumbered ones
/// at blocks, where a block that cannot begin a reference goes on with the one before (a page or column break stood between).
/// </summary>
internal static class ReferenceListSplitter
{
    /// <summary>How many numbers may be missing before a number is taken for something else.</summary>
    private const int LongestGap = 4;

    public static ImmutableArray<ReferenceEntry> Split(string text, IReadOnlyList<ReferenceLine> lines)
    {
        var entries = ImmutableArray.CreateBuilder<ReferenceEntry>();
        int numbered = lines.Count(l => ReferenceLabels.Number(l.Label) is not null);
        bool counts = numbered > 0 && (numbered * 3 >= lines.Count || numbered >= 3);
        int last = 0;
        bool open = false, administrative = false;
        foreach (ReferenceLine line in lines)
        {
            string content = line.Content.Slice(text);
            // The publisher's notice at the foot of a page or of the document ends nothing and is none.
            if (ReferenceShape.IsCopyright(content)) continue;
            if (ReferenceShape.IsYearAlone(content) && line.Label is null)
            {
                open = false;
                continue;
            }
            if (ReferenceShape.IsAdministrative(content) || (administrative && !ReferenceShape.BeginsWithAuthors(content)))
            {
                // The policy's own history follows the list: its rows name committees and dates.
                (open, administrative) = (false, true);
                continue;
            }
            int? number = ReferenceLabels.Number(line.Label);
            if (number is not null && counts)
            {
                if (!Follows(last, number.Value, line.Own) && !RunsAgain(text, entries, number.Value, last, content))
                {
                    // A number that breaks the count stands at the head of a line by chance: "12. Epub 2019" after a break.
                    if (open) Extend(entries, line.Content.End);
                    continue;
                }
                last = AddCut(text, line.Content, line.Label, number.Value, entries);
                open = true;
            }
            else if (!counts && line.Label is not null && !char.IsAsciiDigit(line.Label[0]))
            {
                entries.Add(new(line.Label, line.Content));
                open = true;
            }
            else if (open && entries.Count > 0 && !(line.Own && !counts && ReferenceShape.IsReference(content) && !ReferenceShape.IsTail(content)) && ReferenceShape.GoesOn(entries[^1].Span.Slice(text), content)) last = Math.Max(last, ExtendCut(text, entries, line.Content, counts, last));
            else if (ReferenceShape.IsReference(content)) open = AddUnnumbered(text, line.Content, entries);
            else open = false;
        }
        if (counts) FillGaps(entries);
        return entries.ToImmutable();
    }

    /// <summary>
    /// Numbers the entries that lost theirs at a page break: where as many stand without a label as numbers are missing, the count says which is which.
    /// </summary>
    private static void FillGaps(ImmutableArray<ReferenceEntry>.Builder entries)
    {
        int last = 0, from = 0;
        for (int i = 0; i < entries.Count; i++)
        {
            if (ReferenceLabels.Number(entries[i].Label) is not { } number) continue;
            int bare = i - from;
            if (bare > 0 && last > 0 && number == last + bare + 1)
            {
                for (int t = from; t < i; t++) if (entries[t].Label is null) entries[t] = entries[t] with { Label = (last + 1 + t - from).ToString(CultureInfo.InvariantCulture) };
            }
            (last, from) = (number, i + 1);
        }
    }

    private static bool Follows(int last, int number, bool own) =>
        number == last + 1 || number == 1 || (number > last && number - last <= LongestGap) || (own && number == last);

    /// <summary>A count misprinted by one (19, 20, 19, 20, 21), where a whole reference follows a whole one.</summary>
    private static bool RunsAgain(string text, ImmutableArray<ReferenceEntry>.Builder entries, int number, int last, string content) =>
        number == last - 1 && entries.Count > 0 && ReferenceShape.IsReference(content) && ReferenceShape.IsReference(entries[^1].Span.Slice(text));

    private static int AddCut(string text, SourceSpan span, string? label, int number, ImmutableArray<ReferenceEntry>.Builder entries)
    {
        foreach ((string? l, SourceSpan part) in ReferenceLabels.Cut(text, span, label, number))
        {
            if (part.IsEmpty) continue;
            entries.Add(new(l, part));
            number = ReferenceLabels.Number(l) ?? number;
        }
        return number;
    }

    private static int ExtendCut(string text, ImmutableArray<ReferenceEntry>.Builder entries, SourceSpan more, bool counts, int last)
    {
        if (!counts)
        {
            Extend(entries, more.End);
            return last;
        }
        bool first = true;
        foreach ((string? label, SourceSpan part) in ReferenceLabels.Cut(text, more, null, last))
        {
            if (part.IsEmpty) continue;
            if (first && label is null) Extend(entries, part.End);
            else entries.Add(new(label, part));
            first = false;
            last = ReferenceLabels.Number(label) ?? last;
        }
        return last;
    }

    private static bool AddUnnumbered(string text, SourceSpan span, ImmutableArray<ReferenceEntry>.Builder entries)
    {
        List<int> starts = ReferenceShape.Starts(span.Slice(text));
        for (int i = 0; i < starts.Count; i++)
        {
            int end = i + 1 < starts.Count ? span.Start + starts[i + 1] : span.End;
            entries.Add(new(null, new SourceSpan(span.Start + starts[i], end).Trim(text)));
        }
        return true;
    }

    private static void Extend(ImmutableArray<ReferenceEntry>.Builder entries, int end)
    {
        if (entries.Count > 0) entries[^1] = entries[^1] with { Span = new(entries[^1].Span.Start, Math.Max(end, entries[^1].Span.End)) };
    }
}
