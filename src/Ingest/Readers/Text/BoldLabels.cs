namespace Ingest.Readers.Text;

/// <summary>Labels of list items set in Markdown's emphasis.</summary>
internal static class BoldLabels
{
    /// <summary>A label may stand inside the emphasis ("**A.** Text"); its marks count towards its length.</summary>
    public static ListLabel[] Of(string text, bool markdown)
    {
        if (!markdown) return [];
        int marks = 0;
        while (marks < text.Length && text[marks] is '*' or '_') marks++;
        if (marks > 3) return [];
        string bare = text[marks..], mark = marks > 0 ? text[..marks] : "**";
        int closing = bare.IndexOf(mark, StringComparison.Ordinal);
        bool closes = closing is > 0 and <= 6;
        if (marks > 0 && !closes) return [];
        if (closes) bare = bare.Remove(closing, mark.Length);
        ListLabel[] labels = ListLabels.Of(bare, markdown: false);
        if (labels.Length == 0 || labels[0].Kind == LabelKind.Bullet) return [];
        return [.. labels.Select(l => l with { Length = l.Length + marks + (closes ? mark.Length : 0) })];
    }
}
