using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf;

/// <summary>Writes small PDFs by hand, right or wrong as a test needs them. Objects are numbered from 1 in the order they are added.</summary>
internal sealed class TestPdf
{
    private readonly List<byte[]> _objects = [];

    /// <summary>A page of 200 by 100 points with Helvetica as /F1 and room for more; content is in user space, y upward.</summary>
    public static TestPdf Page(string content, string resources = "", string page = "", string font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    {
        var pdf = new TestPdf();
        pdf.Add("<</Type/Catalog/Pages 2 0 R>>");
        pdf.Add("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>");
        pdf.Add($"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>{page}>>");
        pdf.AddStream("", Latin(content));
        pdf.Add(font);
        return pdf;
    }

    /// <summary>A page that shows one line of text.</summary>
    public static TestPdf Line(string text) => Page($"BT /F1 10 Tf 10 50 Td ({text}) Tj ET");

    public int Count => _objects.Count;

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public int Add(string body)
    {
        _objects.Add(Latin(body));
        return _objects.Count;
    }

    public int AddStream(string entries, byte[] data)
    {
        _objects.Add(Stream(entries, data));
        return _objects.Count;
    }

    public TestPdf Replace(int number, string body)
    {
        _objects[number - 1] = Latin(body);
        return this;
    }

    public TestPdf ReplaceStream(int number, string entries, byte[] data)
    {
        _objects[number - 1] = Stream(entries, data);
        return this;
    }

    public static byte[] Stream(string entries, byte[] data) => [.. Latin($"<<{entries}/Length {data.Length}>>\nstream\n"), .. data, .. Latin("\nendstream")];

    public static byte[] Deflate(byte[] data)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal)) zlib.Write(data);
        return target.ToArray();
    }

    /// <summary>With a cross-reference table, whose offsets are wrong by <paramref name="lie"/> bytes.</summary>
    /// <param name="free">A number that the table calls free.</param>
    public byte[] Build(int lie = 0, string trailer = "/Root 1 0 R", int? free = null)
    {
        var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        for (int i = 0; i < _objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length + lie:D10} 00000 n \n");
            WriteObject(file, i + 1, _objects[i]);
        }
        if (free is { } number) table.Append(CultureInfo.InvariantCulture, $"{number} 1\n0000000000 00000 f \n");
        long start = file.Length;
        file.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"{table}trailer\n<</Size {_objects.Count + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n")));
        return file.ToArray();
    }

    /// <summary>With a cross-reference stream, and every object that is no stream in an object stream (7.5.7).</summary>
    public byte[] BuildCompressed()
    {
        var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var rows = new List<byte[]> { Row(0, 0, 255) };
        int container = _objects.Count + 1, packed = 0;
        var heads = new StringBuilder();
        var bodies = new MemoryStream();
        for (int i = 0; i < _objects.Count; i++)
        {
            if (_objects[i].AsSpan().EndsWith("endstream"u8))
            {
                rows.Add(Row(1, (int)file.Length, 0));
                WriteObject(file, i + 1, _objects[i]);
                continue;
            }
            heads.Append(CultureInfo.InvariantCulture, $"{i + 1} {bodies.Length} ");
            bodies.Write([.. _objects[i], (byte)'\n']);
            rows.Add(Row(2, container, (byte)packed++));
        }
        rows.Add(Row(1, (int)file.Length, 0));
        WriteObject(file, container, Stream($"/Type/ObjStm/N {packed}/First {heads.Length}/Filter/FlateDecode", Deflate([.. Latin(heads.ToString()), .. bodies.ToArray()])));
        long start = file.Length;
        WriteObject(file, container + 1, Stream($"/Type/XRef/Size {container + 1}/W[1 4 1]/Root 1 0 R/Filter/FlateDecode", Deflate([.. rows.SelectMany(r => r)])));
        file.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
        return file.ToArray();
    }

    /// <summary>Appends a new body of one object, as an editor that saves incrementally does (7.5.6).</summary>
    public static byte[] Update(byte[] file, int number, byte[] body)
    {
        var updated = new MemoryStream();
        updated.Write(file);
        string text = Encoding.Latin1.GetString(file);
        int previousAt = text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10;
        string previous = text[previousAt..text.IndexOf('\n', previousAt)];
        long offset = updated.Length;
        WriteObject(updated, number, body);
        long start = updated.Length;
        updated.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"xref\n{number} 1\n{offset:D10} 00000 n \ntrailer\n<</Size 100/Root 1 0 R/Prev {previous}>>\nstartxref\n{start}\n%%EOF\n")));
        return updated.ToArray();
    }

    public static IPdfFile Open(byte[] file, string? password = null) =>
        new PdfEngine().Open(file, password, CancellationToken.None).ShouldBeOfType<PdfOpenResult.Opened>().File;

    public static PdfPage FirstPage(byte[] file) => Open(file).ReadPage(1, CancellationToken.None);

    /// <summary>All text of the first page, glyph after glyph.</summary>
    public static string Text(byte[] file, string? password = null) => Open(file, password).ReadPage(1, CancellationToken.None).Text.ToString();

    private static void WriteObject(MemoryStream file, int number, byte[] body) => file.Write([.. Latin($"{number} 0 obj\n"), .. body, .. Latin("\nendobj\n")]);

    private static byte[] Row(byte kind, int place, byte last) => [kind, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, last];
}
