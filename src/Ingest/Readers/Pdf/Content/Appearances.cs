using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

/// <summary>The appearances of a page's annotations (ISO 32000-2, 12.5.5): filled form fields, free text and stamps are on the page too.</summary>
internal static class Appearances
{
    private const int HiddenFlag = 1 << 1;
    private const int NoViewFlag = 1 << 5;
    private const int MostAnnotations = 10_000;

    public static void Run(PdfArray annotations, ContentInterpreter interpreter, in Transform toPage)
    {
        for (int i = 0; i < Math.Min(annotations.Count, MostAnnotations); i++)
        {
            if (annotations.Get(i).Dictionary is not { } annotation || annotation.Get("Subtype").Name is "Link" or "Popup") continue;
            if ((annotation.Get("F").Int() & (HiddenFlag | NoViewFlag)) != 0 || Normal(annotation) is not { } form) continue;
            if (Rectangle.Of(annotation.Get("Rect").Array) is not { IsEmpty: false } rectangle || Rectangle.Of(form.Dictionary.Get("BBox").Array) is not { IsEmpty: false } box) continue;
            // The transformed box of the appearance is fitted into the annotation's rectangle (algorithm 8).
            Area shown = Transform.Of(form.Dictionary.Get("Matrix").Array).Bounds(box.Left, box.Bottom, box.Right, box.Top);
            if (!(shown.Width > 0 && shown.Height > 0)) continue;
            double x = rectangle.Width / shown.Width, y = rectangle.Height / shown.Height;
            interpreter.RunAppearance(form, annotation.Get("OC").Dictionary, new Transform(x, 0, 0, y, rectangle.Left - shown.X0 * x, rectangle.Bottom - shown.Y0 * y).Then(toPage));
        }
    }

    private static PdfStream? Normal(PdfDictionary annotation)
    {
        PdfValue normal = annotation.Get("AP").Dictionary?.Get("N") ?? PdfValue.Null;
        if (normal.Stream is { } form) return form;
        return annotation.Get("AS").Name is { } state ? normal.Dictionary?.Get(state).Stream : null;
    }
}
