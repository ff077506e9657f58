namespace Ingest.Commands;

/// <summary>A change as a reader marks it: what it is about, then what went (-) and what came (+).</summary>
internal static class ChangeLines
{
    /// <summary>Characters of a long text that are shown unless all is asked for.</summary>
    private const int Short = 400;

    public static void Write(TextPage page, string? subject, string? before, string? after, bool everything)
    {
        if (!string.IsNullOrEmpty(subject)) page.Wrapped("  ", page.Bold(subject));
        Side(before, page.Bad("    - "));
        Side(after, page.Good("    + "));

        void Side(string? text, string lead)
        {
            if (text is null) return;
            string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            int room = everything ? int.MaxValue : Short;
            foreach (string line in lines)
            {
                if (room <= 0)
                {
                    page.Line(page.Dim("      … (-v for all)"));
                    return;
                }
                page.Wrapped(lead, everything ? line : TextPage.OneLine(line, Math.Max(room, 40)));
                room -= line.Length;
            }
        }
    }
}
