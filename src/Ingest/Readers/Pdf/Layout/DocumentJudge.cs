namespace Ingest.Readers.Pdf.Layout;

/// <summary>Says why a whole document has no text to work with; null where it has.</summary>
internal static class DocumentJudge
{
    /// <summary>Less text than this in a whole document is no policy: a stray header, page numbers.</summary>
    private const int FewCharacters = 40;

    public static string? WhyUnusable(List<PageContent> pages)
    {
        if (pages.Count == 0) return "The PDF has no pages.";
        int characters = 0, bad = 0, outlines = 0, scans = 0, blank = 0;
        foreach (PageContent page in pages)
        {
            characters += page.Characters;
            if (page.Problem is null) continue;
            bad++;
            if (page.Problem.Fault == PageFault.Blank) blank++;
            else if (page.Problem.Fault == PageFault.Outlines) outlines++;
            else scans++;
        }
        if (bad < pages.Count && characters >= FewCharacters) return null;
        if (outlines > 0) return $"No usable text: {outlines} of {pages.Count} pages have their text drawn as outlines. Run text recognition over the file first (ocrmypdf makes a searchable PDF of it) and load the result.";
        if (scans > 0) return $"No usable text: {scans} of {pages.Count} pages are pictures or have no readable characters. Run text recognition over the file first (ocrmypdf makes a searchable PDF of it) and load the result.";
        return blank == pages.Count ? $"No usable text: all {pages.Count} pages are blank." : $"No usable text: {characters} characters on {pages.Count} pages.";
    }
}
