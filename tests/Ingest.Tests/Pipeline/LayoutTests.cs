using System.Text;
using Ingest.Cli.Tests.Docx;
using Ingest.Extractors;
using Ingest.Extractors.Identity;
using Ingest.Pipeline;
using Ingest.Readers;
using static Ingest.Cli.Tests.Docx.TestDocx;

namespace Ingest.Cli.Tests.Pipeline;

/// <summary>One policy of an invented insurer in the layouts that payers use, read and extracted as a user would: the facts are the same in each.</summary>
public sealed class LayoutTests
{
    private static readonly (string Date, string Note)[] History = [("04/2025", "Annual review. Added J1437."), ("04/2024", "Annual review. Deleted Q0138."), ("2017", "New policy.")];

    private static readonly string[] References = ["Abel M, Birch N. Iron by vein in adults. Blood Pract. 2019;3(1):1-9.", "Cross D, et al. Iron in kidney disease. Kidney Notes. 2021;14:15000-15010. PMID: 33222111."];

    private const string Facts = """
        Copper Canyon Health Plan | RX-0231 | Intravenous Iron Products | Commercial, Medicaid
        Effective 2025-04-01, LastReview 2025-01, OriginalEffective 2017-06, NextReview 2026
        J1437, J1439, J1750, J1756, D50.0, N18.30-N18.9, 00517-0650-01
        2025-04 Reviewed, 2024-04 Reviewed, 2017 New | J1437 Added, Q0138 Removed
        1 Iron by vein in adults, 2 Iron in kidney disease
        """;

    private static string Read(string name, byte[] bytes)
    {
        ReadResult.Read read = DocumentReaders.Default.Read(new SourceFile(name, bytes), CancellationToken.None).ShouldBeOfType<ReadResult.Read>();
        PolicyFacts facts = IngestEngine.Extractor(PayerDirectory.Empty).Extract(read.Document).Facts;
        PolicyIdentity identity = facts.Identity;
        return string.Join('\n',
            $"{identity.Payer?.Value} | {identity.Number?.Value} | {identity.Title?.Value} | {string.Join(", ", identity.LinesOfBusiness.Select(l => l.Value))}",
            string.Join(", ", facts.Dates.Select(d => $"{d.Kind} {d.Date}")),
            string.Join(", ", facts.Codes.Select(c => c.Code + (c.CodeEnd is { } end ? "-" + end : ""))),
            string.Join(", ", facts.History.Select(h => $"{h.Date} {h.Action}")) + " | " + string.Join(", ", facts.History.SelectMany(h => h.Codes).Select(c => $"{c.Code} {c.Change}")),
            string.Join(", ", facts.Citations.Select(c => $"{c.Label} {c.Title}")));
    }

    [Fact]
    public void Html_with_a_header_grid_and_tables() => Read("policy.html", Encoding.UTF8.GetBytes($"""
        <html><body><h1>Intravenous Iron Products</h1>
        <table><tr><td>Policy #</td><td>RX-0231</td><td>Eff. Date</td><td>4/1/25</td></tr><tr><td>LOB</td><td>Commercial, Medicaid</td><td>Date of Last Review</td><td>January 2025</td></tr>
        <tr><td>Originated</td><td>6/2017</td><td>Next Review</td><td>Q1 2026</td></tr></table>
        <h2>Policy</h2><p>Iron products are considered medically necessary for adults with deficiency.</p>
        <h2>Billing Codes</h2><table><tr><th>Codes</th><th>Description</th></tr><tr><td>J1437<br>J1439</td><td>Injection, ferric</td></tr><tr><td>J1750, J1756</td><td>Injection, iron</td></tr></table>
        <p>ICD-10-CM: D50.0 and N18.30 thru N18.9. NDC: 00517-0650-01. Call 1-800-555-0100 or write to P.O. Box 96365, Tampa, FL 33601.</p>
        <h2>Annual Review History</h2><table><tr><th>Date</th><th>Action</th></tr>{string.Concat(History.Select(h => $"<tr><td>{h.Date}</td><td>{h.Note}</td></tr>"))}</table>
        <h2>Reference List</h2><ol>{string.Concat(References.Select(r => $"<li>{r}</li>"))}</ol>
        <p>Proprietary and confidential. © 2025 Copper Canyon Health Plan, Inc. 1200 Main St, Suite 45000. All rights reserved.</p></body></html>
        """)).ShouldBe(Facts);

    [Fact]
    public void Word_with_a_header_grid_tables_and_numbered_references()
    {
        static string Row(params string[] cells) => "<w:tr>" + string.Concat(cells.Select(c => $"<w:tc><w:tcPr/>{P(c)}</w:tc>")) + "</w:tr>";
        Read("policy.docx", Body(
            P("Copper Canyon Health Plan") + Heading("Intravenous Iron Products")
            + "<w:tbl>" + Row("Policy No.", "RX-0231", "Effective Date", "04/01/2025") + Row("Line of Business", "Commercial, Medicaid", "Last Review", "January 2025")
            + Row("Origination Date", "6/2017", "Next Review", "Q1 2026") + "</w:tbl>"
            + Heading("Policy") + P("Iron products are considered medically necessary for adults with deficiency.")
            + Heading("Coding") + "<w:tbl>" + Row("HCPCS", "Description") + Row("J1437", "Injection, ferric") + Row("J1439", "Injection, ferric") + Row("J1750, J1756", "Injection, iron") + "</w:tbl>"
            + P("ICD-10-CM: D50.0, N18.30-N18.9") + P("NDC: 00517-0650-01")
            + Heading("Policy History") + "<w:tbl>" + Row("Date", "Description of Change", "By") + string.Concat(History.Select(h => Row(h.Date, h.Note, "J. Doe, MD"))) + "</w:tbl>"
            + Heading("References") + string.Concat(References.Select(r => Item(r))))).ShouldBe(Facts);
    }

    [Fact]
    public void Text_with_labels_and_lines() => Read("policy.txt", Encoding.UTF8.GetBytes($"""
        COPPER CANYON HEALTH PLAN

        Subject: Intravenous Iron Products
        Policy ID: RX-0231
        Product Line(s): Commercial, Medicaid
        EFFECTIVE: 04.01.2025   LAST REVIEW: 01/25
        ORIGINAL DATE: June 2017; NEXT REVIEW: 2026

        POLICY
        Iron products are considered medically necessary for adults with deficiency.

        CODES
        HCPCS
        J1437   Injection, ferric
        J1439   Injection, ferric
        J1750, J1756   Injection, iron
        ICD-10
        D50.0   Deficiency
        N18.30 - N18.9   Kidney disease
        NDC: 00517-0650-01

        Approval And Revision History
        {string.Join('\n', History.Select(h => $"{h.Date}: {h.Note}"))}

        References
        {string.Join('\n', References.Select((r, i) => $"{i + 1}. {r}"))}
        """))
        .ShouldBe(Facts.Replace("Copper Canyon Health Plan", "COPPER CANYON HEALTH PLAN", StringComparison.Ordinal));

    [Fact]
    public void Initials_in_a_cell_are_part_of_the_name() =>
        DocumentReaders.Default.Read(new SourceFile("policy", Body($"<w:tbl><w:tr><w:tc><w:tcPr/>{P("J. Doe, MD")}</w:tc><w:tc><w:tcPr/>{P("A. Roe")}</w:tc></w:tr></w:tbl>{P("After.")}")), CancellationToken.None)
            .ShouldBeOfType<ReadResult.Read>().Document.Text.ShouldContain("J. Doe, MD");
}
