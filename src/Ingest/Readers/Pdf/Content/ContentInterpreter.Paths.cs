using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

/// <summary>Paths, colours and inline images.</summary>
internal sealed partial class ContentInterpreter
{
    private void ExecutePath(uint op, Operands o, PdfDictionary resources)
    {
        switch (op)
        {
            case Operators.MoveTo: { (double x, double y) = _state.ToPage.Apply(o.Number(0), o.Number(1)); _path.MoveTo(x, y); break; }
            case Operators.LineTo: { (double x, double y) = _state.ToPage.Apply(o.Number(0), o.Number(1)); _path.LineTo(x, y); break; }
            case Operators.Curve: { (double x, double y) = _state.ToPage.Apply(o.Number(4), o.Number(5)); _path.CurveTo(x, y); break; }
            case Operators.CurveV or Operators.CurveY: { (double x, double y) = _state.ToPage.Apply(o.Number(2), o.Number(3)); _path.CurveTo(x, y); break; }
            case Operators.Close: _path.Close(); break;
            case Operators.Rectangle: _path.Rectangle(_state.ToPage, o.Number(0), o.Number(1), o.Number(2), o.Number(3)); break;
            case Operators.Clip or Operators.ClipEvenOdd: _clipPending = true; break;
            case Operators.EndPath: Paint(fill: false, stroke: false, close: false); break;
            case Operators.Stroke: Paint(fill: false, stroke: true, close: false); break;
            case Operators.CloseStroke: Paint(fill: false, stroke: true, close: true); break;
            case Operators.Fill or Operators.FillOld or Operators.FillEvenOdd: Paint(fill: true, stroke: false, close: true); break;
            case Operators.Both or Operators.BothEvenOdd: Paint(fill: true, stroke: true, close: false); break;
            case Operators.CloseBoth or Operators.CloseBothEvenOdd: Paint(fill: true, stroke: true, close: true); break;
            default: ExecuteColor(op, o, resources); break;
        }
    }

    private void ExecuteColor(uint op, Operands o, PdfDictionary resources)
    {
        switch (op)
        {
            case Operators.Gray: (_state.Fill, _state.FillModel) = (Colors.Gray(o.Number(0)), ColorModel.Gray); break;
            case Operators.Rgb: (_state.Fill, _state.FillModel) = (Colors.Rgb(o.Number(0), o.Number(1), o.Number(2)), ColorModel.Rgb); break;
            case Operators.Cmyk: (_state.Fill, _state.FillModel) = (Colors.Cmyk(o.Number(0), o.Number(1), o.Number(2), o.Number(3)), ColorModel.Cmyk); break;
            case Operators.StrokeGray: (_state.Stroke, _state.StrokeModel) = (Colors.Gray(o.Number(0)), ColorModel.Gray); break;
            case Operators.StrokeRgb: (_state.Stroke, _state.StrokeModel) = (Colors.Rgb(o.Number(0), o.Number(1), o.Number(2)), ColorModel.Rgb); break;
            case Operators.StrokeCmyk: (_state.Stroke, _state.StrokeModel) = (Colors.Cmyk(o.Number(0), o.Number(1), o.Number(2), o.Number(3)), ColorModel.Cmyk); break;
            case Operators.ColorSpace: (_state.Fill, _state.FillModel) = (Colors.Black, ModelOf(o, resources)); break;
            case Operators.StrokeColorSpace: (_state.Stroke, _state.StrokeModel) = (Colors.Black, ModelOf(o, resources)); break;
            case Operators.Color or Operators.ColorN: _state.Fill = Colors.Of(_state.FillModel, o); break;
            case Operators.StrokeColor or Operators.StrokeColorN: _state.Stroke = Colors.Of(_state.StrokeModel, o); break;
        }
    }

    private ColorModel ModelOf(Operands o, PdfDictionary resources)
    {
        if (NameOf(o, 0) is not { } name) return ColorModel.Other;
        ColorModel named = Colors.ModelOf(PdfValue.OfName(name));
        return named != ColorModel.Other ? named : Colors.ModelOf(resources.Get("ColorSpace").Dictionary?.Get(name) ?? PdfValue.Null);
    }

    private void Paint(bool fill, bool stroke, bool close)
    {
        if (close) _path.Close();
        if (!_marked.Hidden)
        {
            if (fill) _path.Fill(_state.Fill, _state.Clip);
            if (stroke) _path.Stroke(_state.Stroke, _state.LineWidth * Math.Sqrt(Math.Abs(_state.ToPage.A * _state.ToPage.D - _state.ToPage.B * _state.ToPage.C)), _state.Clip);
        }
        if (_clipPending) _state.Clip = _path.Clipped(_state.Clip);
        _clipPending = false;
        _path.End();
    }

    /// <summary>Passes over an inline image (8.9.7): its data has no length of its own, so that it ends at an EI that text operators can follow.</summary>
    private void SkipInlineImage(ref ContentLexer lexer)
    {
        ReadOnlySpan<byte> data = lexer.Data;
        int position = lexer.Position;
        int id = data[position..].IndexOf("ID"u8);
        while (id >= 0 && !Stands(data, position + id)) { position += id + 2; id = data[position..].IndexOf("ID"u8); }
        if (id < 0) { lexer.Position = data.Length; return; }
        position += id + 3;
        page.AddImage(_state.ToPage.Bounds(0, 0, 1, 1).Intersect(_state.Clip));
        while (position < data.Length)
        {
            int end = data[position..].IndexOf("EI"u8);
            if (end < 0) { lexer.Position = data.Length; return; }
            position += end;
            if (Stands(data, position) && LooksLikeOperators(data[(position + 2)..])) { lexer.Position = position + 2; return; }
            position += 2;
        }
        lexer.Position = data.Length;
    }

    /// <summary>Whether the two letters here are a word of their own.</summary>
    private static bool Stands(ReadOnlySpan<byte> data, int at) =>
        (at == 0 || Characters.IsWhite(data[at - 1])) && (at + 2 >= data.Length || Characters.IsWhite(data[at + 2]));

    private static bool LooksLikeOperators(ReadOnlySpan<byte> after)
    {
        foreach (byte b in after[..Math.Min(after.Length, 24)])
        {
            if (b > 126 || (b < 32 && !Characters.IsWhite(b))) return false;
        }
        return true;
    }
}
