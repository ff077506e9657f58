using Ingest.Extractors.Sections;

namespace Ingest.Readers.Text;

/// <summary>
/// Gives headings their levels. A marked level stands unless numbering contradicts it ("II." stands where "I." stands); a heading known by
/// style alone stands with the last heading of that style, under the last marked one. Where nothing is marked, the style in which the
/// document sets its main sections (coverage, background, references, ...) is the outermost.
/// </summary>
internal sealed class HeadingLevels
{
    private readonly bool _capitalsFirst;
    private readonly int _top;
    private readonly Dictionary<HeadingStyle, int> _styles = [];
    private int _marked;

    private HeadingLevels(List<Draft> drafts)
    {
        HeadingDraft[] headings = [.. drafts.OfType<HeadingDraft>()];
        int Kinds(bool capitals) => headings.Where(h => h.Style != HeadingStyle.Marked && IsCapitals(h) == capitals).Select(KindOf).OfType<SectionKind>().Distinct().Count();
        _capitalsFirst = Kinds(capitals: true) >= Kinds(capitals: false) || headings.Count(h => h.Level > 0 && IsCapitals(h)) >= 3;
        _top = headings.FirstOrDefault(h => h.Level > 0 && IsCapitals(h))?.Level ?? 1;
    }

    public static void Assign(List<Draft> drafts)
    {
        var levels = new HeadingLevels(drafts);
        var numbered = new List<(ListLabel Label, int Level)>();
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not HeadingDraft heading) continue;
            int level = heading.Level > 0 ? levels.Marked(heading) : levels.OfStyle(heading);
            drafts[i] = heading with { Level = Math.Clamp(ByNumber(heading, level, numbered), 1, 6) };
        }
    }

    private int Marked(HeadingDraft heading)
    {
        _marked = heading.Level;
        _styles.Clear();
        if (IsCapitals(heading)) _styles[HeadingStyle.Capitals] = heading.Level;
        return heading.Level;
    }

    private int OfStyle(HeadingDraft heading)
    {
        bool capitals = IsCapitals(heading);
        if (_marked > 0)
        {
            HeadingStyle style = capitals ? HeadingStyle.Capitals : heading.Style;
            if (!_styles.TryGetValue(style, out int level)) _styles[style] = level = capitals && _capitalsFirst ? Math.Min(_marked, 2) : _marked + 1;
            if (capitals) _marked = level;
            return level;
        }
        if (capitals == _capitalsFirst && (capitals || KindOf(heading) is not null))
        {
            _styles.Clear();
            return _top;
        }
        if (capitals || KindOf(heading) is not null)
        {
            _styles[HeadingStyle.Capitals] = _top + 1;
            return _top + 1;
        }
        return _styles.ContainsKey(HeadingStyle.Capitals) ? _top + 2 : _top + 1;
    }

    /// <summary>A numbered heading stands where the one before it in its series stands, whatever its marks.</summary>
    private static int ByNumber(HeadingDraft heading, int level, List<(ListLabel Label, int Level)> numbered)
    {
        foreach (ListLabel label in ListLabels.Of(heading.Text.Text, markdown: false))
        {
            int same = numbered.FindLastIndex(n => label.Follows(n.Label) && label.Ordinal > 1);
            if (same < 0 && label.Ordinal > 1) continue;
            if (same >= 0)
            {
                level = numbered[same].Level;
                numbered.RemoveRange(same, numbered.Count - same);
            }
            numbered.Add((label, level));
            break;
        }
        return level;
    }

    private static SectionKind? KindOf(HeadingDraft heading) => HeadingVocabulary.WholeHeading(heading.Text.Text);

    private static bool IsCapitals(HeadingDraft heading) => heading.Text.Text.Any(char.IsUpper) && !heading.Text.Text.Any(char.IsLower);
}
