using Ingest.Extractors.Sections;

namespace Ingest.Readers.Text;

/// <summary>
/// Gives headings their levels. A marked level stands unless numbering contradicts it ("II." stands where "I." stands); a heading known by
/// style alone stands with the last heading of that style, under the last marked one.
/// </summary>
internal static class HeadingLevels
{
    public static void Assign(List<Draft> drafts)
    {
        var numbered = new List<(ListLabel Label, int Level)>();
        var styles = new Dictionary<HeadingStyle, int>();
        bool capitals = drafts.OfType<HeadingDraft>().Count(h => h.Level == 0 && h.Style <= HeadingStyle.Capitals && Known(h)) >= 3
            || drafts.OfType<HeadingDraft>().Count(h => IsCapitals(h.Text.Text) && Known(h)) >= 3;
        int marked = 0, top = drafts.OfType<HeadingDraft>().FirstOrDefault(h => h.Level > 0 && IsCapitals(h.Text.Text))?.Level ?? 1;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is not HeadingDraft heading) continue;
            int level = heading.Level;
            if (level > 0)
            {
                marked = level;
                styles.Clear();
                if (IsCapitals(heading.Text.Text)) styles[HeadingStyle.Capitals] = level;
            }
            else
            {
                level = OfStyle(heading, capitals, marked, top, styles);
                if (marked > 0 && IsCapitals(heading.Text.Text)) marked = level;
            }
            foreach (ListLabel label in ListLabels.Of(heading.Text.Text, markdown: false))
            {
                int same = numbered.FindLastIndex(n => label.Follows(n.Label) && label.Ordinal > 1);
                if (same >= 0) level = numbered[same].Level;
                if (same >= 0) numbered.RemoveRange(same, numbered.Count - same);
                if (same >= 0 || label.Ordinal == 1) numbered.Add((label, level));
                if (same >= 0) break;
            }
            drafts[i] = heading with { Level = Math.Clamp(level, 1, 6) };
        }
    }

    private static int OfStyle(HeadingDraft heading, bool capitals, int marked, int top, Dictionary<HeadingStyle, int> styles)
    {
        bool upper = IsCapitals(heading.Text.Text), known = Known(heading);
        HeadingStyle style = upper ? HeadingStyle.Capitals : heading.Style;
        if (marked == 0 && !capitals && known) return 1;
        if (styles.TryGetValue(style, out int level))
        {
            if (upper) styles.Remove(HeadingStyle.Title);
            if (upper) styles.Remove(HeadingStyle.TitleColon);
            return level;
        }
        if (marked > 0) level = upper && capitals ? Math.Min(marked, 2) : marked + 1;
        else if (upper) level = capitals || known ? top : top + 1;
        else level = !capitals && known ? 1 : 2;
        if (!known || upper || marked > 0) styles[style] = level;
        return level;
    }

    private static bool Known(HeadingDraft heading) => HeadingVocabulary.WholeHeading(heading.Text.Text.TrimEnd(':', ' ')) is not null;

    private static bool IsCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);
}
