using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Ingest.Cli.Tests.Commands;

public sealed class CiteTests : IDisposable
{
    private const string Reference = "Okafor BN, Lindgren T, et al. Remote titration of a made-up device in adults. N Engl J Med. 2019;381(4):301-9. doi: 10.1056/NEJMoa1900001. PMID: 29990001.";

    private readonly IngestRun _ingest = new();

    public void Dispose() => _ingest.Dispose();

    [Fact]
    public async Task A_reference_comes_out_with_the_columns_of_the_view_citations()
    {
        (int code, JsonElement[] lines, string error) = await Cite(Encoding.UTF8.GetBytes("12. " + Reference + "\n"));
        code.ShouldBe(0);
        error.ShouldBeEmpty();
        JsonElement line = lines.ShouldHaveSingleItem();
        line.EnumerateObject().Select(p => p.Name).ShouldBe([
            "citation_id", "policy_id", "ordinal", "label", "kind", "authors", "title", "container", "year", "volume", "issue", "pages", "doi", "pmid", "pmcid",
            "nct", "url", "accessed_date", "raw", "page", "span_start", "span_end",
        ]);
        (Text(line, "label"), Text(line, "kind"), Text(line, "title")).ShouldBe(("12", "article", "Remote titration of a made-up device in adults"));
        (Text(line, "container"), line.GetProperty("year").GetInt32(), Text(line, "volume"), Text(line, "issue"), Text(line, "pages")).ShouldBe(("N Engl J Med", 2019, "381", "4", "301-9"));
        (Text(line, "doi"), Text(line, "pmid"), Text(line, "raw")).ShouldBe(("10.1056/NEJMoa1900001", "29990001", Reference));
        line.GetProperty("authors").GetRawText().ShouldBe("""[{"family":"Okafor","given":"BN"},{"family":"Lindgren","given":"T"},{"literal":"et al."}]""");
    }

    [Fact]
    public async Task The_span_counts_code_points_of_the_line_without_the_label()
    {
        string raw = "Roe J. A 𝛼 title. Gut. 2018;1:2-3.";
        (_, JsonElement[] lines, _) = await Cite(Encoding.UTF8.GetBytes("3. " + raw));
        (lines[0].GetProperty("span_start").GetInt32(), lines[0].GetProperty("span_end").GetInt32()).ShouldBe((3, 3 + raw.EnumerateRunes().Count()));
    }

    [Fact]
    public async Task A_line_that_cannot_be_taken_apart_keeps_its_text_and_says_so()
    {
        (int code, JsonElement[] lines, string error) = await Cite(Encoding.UTF8.GetBytes(Reference + "\nMartin RC,\n"));
        code.ShouldBe(1);
        error.ShouldContain("1 could not be taken apart");
        lines[0].TryGetProperty("finding", out _).ShouldBeFalse();
        (Text(lines[1], "finding"), Text(lines[1], "raw")).ShouldBe(("truncated-citation", "Martin RC,"));
        foreach (string field in (string[])["title", "container", "year", "doi", "pmid", "url"]) lines[1].GetProperty(field).ValueKind.ShouldBe(JsonValueKind.Null, field);
    }

    [Fact]
    public async Task Empty_lines_give_nothing_and_order_is_kept()
    {
        string[] years = [.. Enumerable.Range(1990, 30).Select(y => $"Roe J. A title of some length. Gut. {y};1(2):3-4.")];
        (int code, JsonElement[] lines, _) = await Cite(Encoding.UTF8.GetBytes("\n  \r\n" + string.Join("\r\n\n", years) + "\n\n"));
        code.ShouldBe(0);
        lines.Select(l => l.GetProperty("year").GetInt32()).ShouldBe(Enumerable.Range(1990, 30));
        lines.Select(l => l.GetProperty("ordinal").GetInt32()).ShouldBe(Enumerable.Range(0, 30));
    }

    [Fact]
    public async Task Nothing_in_nothing_out()
    {
        (int code, JsonElement[] lines, string error) = await Cite([]);
        (code, lines.Length, error).ShouldBe((0, 0, ""));
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(3_999)]
    public async Task A_very_long_line_is_one_line_whole(int letters)
    {
        // Characters outside the basic plane take two UTF-16 units: no cut may fall between them.
        string line = new string('x', letters) + string.Concat(Enumerable.Repeat("𝛼", 3_000)) + " " + Reference;
        (int code, JsonElement[] lines, _) = await Cite(Encoding.UTF8.GetBytes(line + "\n" + Reference));
        code.ShouldBeInRange(0, 1);
        Text(lines[0], "raw").ShouldBe(line);
        Text(lines[1], "title").ShouldBe("Remote titration of a made-up device in adults");
    }

    [Fact]
    public async Task A_line_that_is_not_UTF8_is_read_as_Windows_1252_and_its_neighbours_are_not()
    {
        byte[] old = [.. "Ben"u8, 0xE9, .. "t J. A title of some length. Gut. 2018;1(2):3"u8, 0x96, .. "4.\n"u8];
        (_, JsonElement[] lines, _) = await Cite([.. "Benét K. A title of some length. Gut. 2018;1(2):3–4.\n"u8, .. old]);
        lines.Select(l => l.GetProperty("authors")[0].GetProperty("family").GetString()).ShouldBe(["Benét", "Benét"]);
        lines.Select(l => Text(l, "pages")).ShouldBe(["3–4", "3–4"]);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_line()
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            (_, JsonElement[] lines, _) = await Cite([.. encoding.GetPreamble(), .. encoding.GetBytes(Reference + "\n" + Reference + "\n")]);
            lines.Select(l => Text(l, "raw")).ShouldBe([Reference, Reference], encoding.WebName);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_bad_usage()
    {
        (int code, string output, string error) = await _ingest.RunAsync("cite", Path.Combine(_ingest.Folder, "none.txt"));
        (code, output).ShouldBe((2, ""));
        error.ShouldContain("none.txt");
    }

    [Fact]
    public async Task Lines_come_from_stdin_where_no_file_is_named()
    {
        using Process cite = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ingest.dll"), "cite"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        })!;
        await cite.StandardInput.WriteAsync($"{Reference}\n\nMartin RC,");
        cite.StandardInput.Close();
        string[] lines = (await cite.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await cite.WaitForExitAsync();
        cite.ExitCode.ShouldBe(1);
        lines.Select(l => Text(JsonDocument.Parse(l).RootElement, "raw")).ShouldBe([Reference, "Martin RC,"]);
    }

    private static string? Text(JsonElement line, string field) => line.GetProperty(field).GetString();

    private async Task<(int Code, JsonElement[] Lines, string Error)> Cite(byte[] file)
    {
        string path = Path.Combine(_ingest.Folder, "references.txt");
        await File.WriteAllBytesAsync(path, file);
        (int code, string output, string error) = await _ingest.RunAsync("cite", path);
        return (code, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)], error);
    }
}
