using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Extractors.Documents;

namespace Ingest.Commands;

/// <summary>The JSON form of <c>inspect</c>. Spans count Unicode code points, as in the views; boxes are points from the page's top left.</summary>
internal static class InspectJson
{
    public static void Write(InspectView view, Stream output)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        CodePoints points = new(view.Document.Text);
        json.WriteStartObject();
        json.WriteStartArray("pages");
        foreach (PageSize page in view.Pages)
        {
            json.WriteStartObject();
            json.WriteNumber("number", page.Number);
            json.WriteNumber("width", Math.Round(page.Width, 2));
            json.WriteNumber("height", Math.Round(page.Height, 2));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("blocks");
        foreach (Block block in view.Blocks) WriteBlock(view, json, block, points);
        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic problem in view.Document.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("rule", problem.Rule);
            json.WriteString("message", problem.Message);
            if (problem.Page is int page) json.WriteNumber("page", page);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBlock(InspectView view, Utf8JsonWriter json, Block block, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("kind", InspectView.KindOf(block));
        if (InspectView.LevelOf(block) is int level) json.WriteNumber("level", level);
        else json.WriteNull("level");
        WritePlace(view, json, block.Span);
        json.WriteString("text", view.Document.Slice(block.Span));
        json.WriteNumber("span_start", points.At(block.Span.Start));
        json.WriteNumber("span_end", points.At(block.Span.End));
        if (block is TableBlock table)
        {
            json.WriteStartArray("cells");
            foreach (TableCell cell in table.Cells) WriteCell(view, json, cell);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteCell(InspectView view, Utf8JsonWriter json, TableCell cell)
    {
        json.WriteStartObject();
        json.WriteNumber("row", cell.Row);
        json.WriteNumber("column", cell.Column);
        json.WriteNumber("row_span", cell.RowSpan);
        json.WriteNumber("column_span", cell.ColumnSpan);
        json.WriteBoolean("header", cell.IsHeader);
        WritePlace(view, json, cell.Span);
        json.WriteString("text", view.Document.Slice(cell.Span));
        json.WriteEndObject();
    }

    private static void WritePlace(InspectView view, Utf8JsonWriter json, SourceSpan span)
    {
        var places = view.PlacesOf(span);
        if (places.IsEmpty)
        {
            json.WriteNull("page");
            json.WriteNull("box");
            return;
        }
        json.WriteNumber("page", places[0].Page);
        WriteBox(json, "box", places[0].Box);
        if (places.Length == 1) return;
        json.WriteStartArray("places");
        foreach ((int page, Box box) in places)
        {
            json.WriteStartObject();
            json.WriteNumber("page", page);
            WriteBox(json, "box", box);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteBox(Utf8JsonWriter json, string name, Box box)
    {
        json.WriteStartArray(name);
        foreach (double value in (ReadOnlySpan<double>)[box.X0, box.Y0, box.X1, box.Y1]) json.WriteNumberValue(Math.Round(value, 2));
        json.WriteEndArray();
    }

    /// <summary>UTF-16 offsets to code points; offsets must be asked for in rising order to be cheap, and any order is right.</summary>
    private sealed class CodePoints(string text)
    {
        private int _offset;
        private int _point;

        public int At(int offset)
        {
            if (offset < _offset) (_offset, _point) = (0, 0);
            for (; _offset < offset; _offset++)
            {
                if (!char.IsLowSurrogate(text[_offset])) _point++;
            }
            return _point;
        }
    }
}
