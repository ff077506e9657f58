using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Text;

/// <summary>
/// Finds the lines that pages repeat: numbers of pages, copyright lines, and what always stands beside them (running titles, policy
/// number, dates). A repeated line that does not stand beside furniture is left alone: headings repeat too.
/// </summary>
internal static partial class PageFurniture
{
    [GeneratedRegex(@"^[\s|–—-]*(?:page|pg\.?)\s*[|:]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s|–—-]*$|^[\s|–—-]*\d{1,3}\s*(?:of|/)\s*\d{1,3}[\s|–—-]*$|^-\s*\d{1,3}\s*-$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\bpage\s*\d{1,4}\s*(?:of|/)\s*\d{1,4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageOf();

    [GeneratedRegex(@"^\W*(?:©|\(c\)\s|copyright\b)|©\s?\d{4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[*_#\\\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    /// <summary>For each line, what furniture it is; null for lines of the flow.</summary>
    public static FurnitureKind?[] Find(IReadOnlyList<SourceLine> lines)
    {
        var found = new FurnitureKind?[lines.Count];
        string[] shapes = [.. lines.Select(l => Shape(l.Text))];
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < lines.Count; i++)
        {
            if (shapes[i].Length < 3) continue;
            if (!places.TryGetValue(shapes[i], out List<int>? at)) places[shapes[i]] = at = [];
            at.Add(i);
        }
        for (int i = 0; i < lines.Count; i++)
        {
            string text = lines[i].Text;
            bool repeated = places.TryGetValue(shapes[i], out List<int>? at) && at.Count >= 3;
            if (PageNumber().IsMatch(text) || (repeated && text.Length <= 300 && (PageOf().IsMatch(text) || Copyright().IsMatch(text)))) found[i] = FurnitureKind.Footer;
        }
        foreach (int i in BareNumbers(lines)) found[i] = FurnitureKind.Footer;
        Spread(lines, places, found);
        KeepFirstTitle(lines, shapes, found);
        return found;
    }

    /// <summary>Lines with nothing but a number that counts up by one through the document, each after a blank line: page numbers.</summary>
    private static List<int> BareNumbers(IReadOnlyList<SourceLine> lines)
    {
        var run = new List<int>();
        var best = new List<int>();
        int next = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            string text = lines[i].Text.Trim();
            if (text.Length is 0 or > 3 || !int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number)) continue;
            if (i > 0 && !lines[i - 1].IsBlank && !lines[i].PageBreak) continue;
            if (run.Count > 0 && number == next)
            {
                run.Add(i);
                next++;
            }
            else if (run.Count < 3 && number <= 2)
            {
                run = [i];
                next = number + 1;
            }
            if (run.Count > best.Count) best = [.. run];
        }
        return best.Count >= 3 ? best : [];
    }

    /// <summary>
    /// A line that repeats and mostly stands beside furniture (blank lines apart) is furniture there; where it stands alone it is left.
    /// Pages that are numbered let two occurrences be enough. The document's head is not asked: nothing stands before it.
    /// </summary>
    private static void Spread(IReadOnlyList<SourceLine> lines, Dictionary<string, List<int>> places, FurnitureKind?[] found)
    {
        int least = lines.Any(l => PageOf().IsMatch(l.Text)) ? 2 : 3, head = HeadEnd(lines);
        bool grew = true;
        while (grew)
        {
            grew = false;
            foreach (List<int> at in places.Values)
            {
                if (at.Count < least || at.TrueForAll(i => found[i] is not null)) continue;
                int[] beside = [.. at.Where(i => found[i] is not null || Beside(lines, found, i, -1) || Beside(lines, found, i, 1))];
                int asked = at.Count(i => i >= head || found[i] is not null);
                if (beside.Length * 10 < asked * 6 || beside.Length < Math.Max(1, at.Count > asked ? least - 1 : least)) continue;
                foreach (int i in beside)
                {
                    grew |= found[i] is null;
                    found[i] ??= Beside(lines, found, i, -1) ? FurnitureKind.Header : FurnitureKind.Footer;
                }
            }
        }
    }

    /// <summary>Index after the first dozen lines with text.</summary>
    private static int HeadEnd(IReadOnlyList<SourceLine> lines)
    {
        int text = 0, i = 0;
        while (i < lines.Count && text < 12) text += lines[i++].IsBlank ? 0 : 1;
        return i;
    }

    private static bool Beside(IReadOnlyList<SourceLine> lines, FurnitureKind?[] found, int line, int step)
    {
        int i = line + step;
        while (i >= 0 && i < lines.Count && lines[i].IsBlank) i += step;
        return i >= 0 && i < lines.Count && found[i] is not null && Math.Abs(i - line) <= 12;
    }

    /// <summary>The first page's running title, number and dates are the document's own head: what stands before any other text stays in the flow.</summary>
    private static void KeepFirstTitle(IReadOnlyList<SourceLine> lines, string[] shapes, FurnitureKind?[] found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int text = 0;
        for (int i = 0; i < lines.Count && text < 1500; i++)
        {
            if (lines[i].IsBlank) continue;
            text += lines[i].Text.Length;
            bool own = !PageNumber().IsMatch(lines[i].Text) && !PageOf().IsMatch(lines[i].Text) && !Copyright().IsMatch(lines[i].Text);
            if (found[i] == FurnitureKind.Footer && !own) break;
            if (found[i] is not null && own && seen.Add(shapes[i]) && !int.TryParse(lines[i].Text, out _)) found[i] = null;
        }
    }

    private static string Shape(string line) => Digits().Replace(Marks().Replace(line, " ").Trim().ToLowerInvariant(), "#");
}
