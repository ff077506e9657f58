using System.Text;
using Ingest.Cli.Tests.Docx;
using Ingest.Cli.Tests.Pdf;
using Ingest.Readers;
using Ingest.Readers.Docx;
using Ingest.Readers.Html;
using Ingest.Readers.Pdf;
using Ingest.Readers.Text;

namespace Ingest.Cli.Tests.Conformance;

public sealed class PlainTextConformanceTests : DocumentReaderConformanceTests
{
    protected override byte[] Example => Encoding.UTF8.GetBytes($"WIDGET POLICY\n\nCoverage\n\n{Words}\n\nReferences\n\n1. Tanaka K. Widgets. 2019.\n");

    protected override string Name => "widgets.txt";

    private protected override IDocumentReader Reader => new PlainTextReader();
}

public sealed class MarkdownConformanceTests : DocumentReaderConformanceTests
{
    protected override byte[] Example => Encoding.UTF8.GetBytes($"# Widget policy\n\n## Coverage\n\n{Words}\n\n- one\n- two\n\n| Code | Description |\n| --- | --- |\n| 27447 | Knee |\n");

    protected override string Name => "widgets.md";

    private protected override IDocumentReader Reader => new PlainTextReader();
}

public sealed class HtmlConformanceTests : DocumentReaderConformanceTests
{
    protected override byte[] Example => Encoding.UTF8.GetBytes(
        $"<!doctype html><html><head><title>Widgets</title></head><body><h1>Widget policy</h1><h2>Coverage</h2><p>{Words}</p><table><tr><th>Code</th></tr><tr><td>27447</td></tr></table></body></html>");

    protected override string Name => "widgets.html";

    private protected override IDocumentReader Reader => new HtmlReader();
}

public sealed class PdfConformanceTests : DocumentReaderConformanceTests
{
    protected override byte[] Example
    {
        get
        {
            string[] lines = [.. Words.Split(". ").Select(l => l + ".")];
            string body = string.Concat(lines.Select((l, i) => $" BT /F1 4 Tf 10 {70 - 6 * i} Td ({l}) Tj ET"));
            return TestPdf.Page("BT /F1 9 Tf 10 85 Td (Coverage) Tj ET" + body).Build();
        }
    }

    protected override string Name => "widgets.pdf";

    private protected override IDocumentReader Reader => new PdfReader(new PdfEngine());
}

public sealed class DocxConformanceTests : DocumentReaderConformanceTests
{
    protected override byte[] Example => TestDocx.Body(TestDocx.Heading("Coverage") + TestDocx.P(Words) + TestDocx.Item("one") + TestDocx.Item("two", 1));

    protected override string Name => "widgets.docx";

    private protected override IDocumentReader Reader => new DocxReader();
}
