namespace Ingest.Readers.Pdf.Content;

/// <summary>
/// Collects the current path in page points and, when it is painted, keeps what layout needs: straight horizontal and vertical rules, filled boxes,
/// and how many segments are filled. A path of too many segments (a map, a drawn chart) is only counted.
/// </summary>
internal sealed class PathCollector(PageRecorder page)
{
    /// <summary>Filled boxes up to this many points thick are rules.</summary>
    private const double ThickestRule = 3;

    /// <summary>How far, in points, a straight stroke may lean.</summary>
    private const double Lean = 0.6;

    private const double ShortestRule = 1.5;
    private const int MostSegments = 4096;

    private readonly List<Segment> _segments = [];
    private readonly List<Area> _boxes = [];
    private (double X, double Y) _start, _current;
    private Area _bounds;
    private int _curves, _lines;
    private bool _any;

    public void MoveTo(double x, double y) => (_start, _current) = ((x, y), (x, y));

    public void LineTo(double x, double y)
    {
        if (_segments.Count < MostSegments) _segments.Add(new(_current.X, _current.Y, x, y));
        _lines++;
        Cover(_current.X, _current.Y);
        Cover(x, y);
        _current = (x, y);
    }

    public void CurveTo(double x, double y)
    {
        _curves++;
        Cover(_current.X, _current.Y);
        Cover(x, y);
        _current = (x, y);
    }

    public void Close()
    {
        if (_current != _start) LineTo(_start.X, _start.Y);
    }

    public void Rectangle(in Transform toPage, double x, double y, double width, double height)
    {
        Area box = toPage.Bounds(x, y, x + width, y + height);
        if (_boxes.Count < MostSegments) _boxes.Add(box);
        Cover(box.X0, box.Y0);
        Cover(box.X1, box.Y1);
        (double px, double py) = toPage.Apply(x, y);
        (_start, _current) = ((px, py), (px, py));
    }

    /// <summary>The clip with this path taken as the box around it.</summary>
    public Area Clipped(in Area clip) => _any ? clip.Intersect(_bounds) : clip;

    public void Fill(int color, in Area clip)
    {
        page.FilledSegments += _curves + (_segments.Count > 4 ? _lines : 0);
        if (Colors.IsWhite(color)) return;
        foreach (Area box in _boxes) AddBox(box.Intersect(clip));
        if (_curves == 0 && _lines is >= 3 and <= 4 && IsBox()) AddBox(_bounds.Intersect(clip));
    }

    public void Stroke(int color, double thickness, in Area clip)
    {
        if (Colors.IsWhite(color)) return;
        foreach (Segment s in _segments) AddLine(s, thickness, clip);
        foreach (Area b in _boxes)
        {
            AddLine(new(b.X0, b.Y0, b.X1, b.Y0), thickness, clip);
            AddLine(new(b.X0, b.Y1, b.X1, b.Y1), thickness, clip);
            AddLine(new(b.X0, b.Y0, b.X0, b.Y1), thickness, clip);
            AddLine(new(b.X1, b.Y0, b.X1, b.Y1), thickness, clip);
        }
    }

    public void End()
    {
        _segments.Clear();
        _boxes.Clear();
        (_curves, _lines, _any) = (0, 0, false);
    }

    private void Cover(double x, double y)
    {
        _bounds = _any ? new(Math.Min(_bounds.X0, x), Math.Min(_bounds.Y0, y), Math.Max(_bounds.X1, x), Math.Max(_bounds.Y1, y)) : new(x, y, x, y);
        _any = true;
    }

    private bool IsBox() => _segments.TrueForAll(static s => Math.Abs(s.X0 - s.X1) <= Lean || Math.Abs(s.Y0 - s.Y1) <= Lean);

    private void AddBox(in Area box)
    {
        if (!(box.X1 >= box.X0 && box.Y1 >= box.Y0)) return;
        double width = box.Width, height = box.Height;
        if (Math.Min(width, height) > ThickestRule)
        {
            page.AddFill(box);
            return;
        }
        if (Math.Max(width, height) < ShortestRule) return;
        if (width >= height) page.AddRule(box.X0, (box.Y0 + box.Y1) / 2, box.X1, (box.Y0 + box.Y1) / 2, height);
        else page.AddRule((box.X0 + box.X1) / 2, box.Y0, (box.X0 + box.X1) / 2, box.Y1, width);
    }

    private void AddLine(in Segment s, double thickness, in Area clip)
    {
        double dx = Math.Abs(s.X1 - s.X0), dy = Math.Abs(s.Y1 - s.Y0);
        if (Math.Max(dx, dy) < ShortestRule || Math.Min(dx, dy) > Lean) return;
        Area line = new Area(Math.Min(s.X0, s.X1), Math.Min(s.Y0, s.Y1), Math.Max(s.X0, s.X1), Math.Max(s.Y0, s.Y1)).Intersect(clip);
        if (line.X1 < line.X0 || line.Y1 < line.Y0) return;
        // A short thick stroke is a box drawn sideways.
        if (thickness > ThickestRule) page.AddFill(dx >= dy ? line with { Y0 = line.Y0 - thickness / 2, Y1 = line.Y1 + thickness / 2 } : line with { X0 = line.X0 - thickness / 2, X1 = line.X1 + thickness / 2 });
        else if (dx >= dy) page.AddRule(line.X0, line.Y0, line.X1, line.Y0, thickness);
        else page.AddRule(line.X0, line.Y0, line.X0, line.Y1, thickness);
    }

    private readonly record struct Segment(double X0, double Y0, double X1, double Y1);
}
