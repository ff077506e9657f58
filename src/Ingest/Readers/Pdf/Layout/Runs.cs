using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>Joins words of the same style, over spaces and line ends, into one run.</summary>
internal sealed class StyleRuns(DocumentBuilder builder)
{
    private SourceSpan _run;
    private TextStyle _style;

    public void Add(SourceSpan word, TextStyle style)
    {
        if (style == _style)
        {
            _run = new(_run.Start, word.End);
            return;
        }
        Close();
        (_run, _style) = (word, style);
    }

    public void Close()
    {
        builder.MarkStyle(_run, _style);
        (_run, _style) = (default, TextStyle.None);
    }
}

/// <summary>Joins words that lie on links to the same target into one link.</summary>
internal sealed class LinkRuns(DocumentBuilder builder)
{
    private SourceSpan _run;
    private string? _target;

    public void Add(SourceSpan word, PageContent page, in Word place)
    {
        string? target = TargetOf(page, place);
        if (target is not null && target == _target)
        {
            _run = new(_run.Start, word.End);
            return;
        }
        Close();
        (_run, _target) = (word, target);
    }

    public void Close()
    {
        if (_target is not null) builder.MarkLink(_run, _target);
        _target = null;
    }

    public static string? TargetOf(PageContent page, in Word word)
    {
        float x = (word.X0 + word.X1) / 2, y = word.BaseY - (0.3f * word.Size);
        foreach (PdfLink link in page.Links)
        {
            if (link.Box.X0 <= x && x <= link.Box.X1 && link.Box.Y0 <= y && y <= link.Box.Y1) return link.Target;
        }
        return null;
    }
}
