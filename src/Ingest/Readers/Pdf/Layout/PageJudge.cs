using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

internal enum PageFault
{
    /// <summary>Nothing on the page that can be read.</summary>
    Blank,

    /// <summary>Text drawn as outlines.</summary>
    Outlines,

    /// <summary>A picture without characters.</summary>
    Picture,

    /// <summary>Character codes without a meaning.</summary>
    Unreadable,
}

internal sealed record PageProblem(PageFault Fault, Diagnostic Diagnostic);

/// <summary>Says why a page has no text that can be used: nothing on it, a picture of text, text drawn as outlines, or codes without meaning.</summary>
internal static class PageJudge
{
    public const string NoText = "page-without-text";
    public const string Blank = "blank-page";
    public const string Unreadable = "page-text-unreadable";

    /// <summary>Fewer visible characters than this on a page that shows something is no text: a stray page number, a date header.</summary>
    private const int FewCharacters = 25;

    /// <summary>A letter as an outline takes some 20 segments: so many are a paragraph at least.</summary>
    private const int ManySegments = 2000;

    public static PageProblem? Judge(PdfPage page, int characters, int unmapped)
    {
        int number = page.Number;
        if (characters > 0 && unmapped * 3 > characters)
        {
            return new(PageFault.Unreadable, new(Unreadable, Severity.Warning, $"Page {number}: {unmapped} of {characters} characters have no Unicode meaning in the file; the text cannot be trusted. Optical recognition is the way out.", Page: number));
        }
        if (characters > FewCharacters && page.FilledSegments < ManySegments * 4) return null;
        if (characters > 200) return null;
        if (page.FilledSegments > ManySegments)
        {
            return new(PageFault.Outlines, new(NoText, Severity.Warning, $"Page {number}: text drawn as outlines, not as characters. Optical recognition is the way out.", Page: number));
        }
        if (page.ImageCover > 0.3)
        {
            return new(PageFault.Picture, new(NoText, Severity.Warning, $"Page {number}: a picture without characters (a scan?). Optical recognition is the way out.", Page: number));
        }
        return characters == 0 ? new(PageFault.Blank, new(Blank, Severity.Info, $"Page {number}: nothing on it that can be read.", Page: number)) : null;
    }
}
