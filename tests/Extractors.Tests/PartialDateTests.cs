using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Tests;

public class DateScannerTests
{
    [Theory]
    [InlineData("Effective 07/08/2024", "2024-07-08")]
    [InlineData("since 04|01|2025.", "2025-04-01")]
    [InlineData("11.21.24", "2024-11-21")]
    [InlineData("May 5, 2022", "2022-05-05")]
    [InlineData("5 May 2022", "2022-05-05")]
    [InlineData("May 2022", "2022-05")]
    [InlineData("06/2025", "2025-06")]
    [InlineData("next review 2026-11", "2026-11")]
    [InlineData("2024-07-08", "2024-07-08")]
    public void Reads_dates_as_payers_write_them(string text, string expected) =>
        DateScanner.Find(text, new SourceSpan(0, text.Length)).ShouldHaveSingleItem().Date.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("13/45/2024")]
    [InlineData("call 1-800-555-1212")]
    [InlineData("10.1016/j.eururo.2015.12.015")]
    [InlineData("may 12 patients")]
    public void Leaves_what_is_no_date(string text) =>
        DateScanner.Find(text, new SourceSpan(0, text.Length)).ShouldBeEmpty();
}
