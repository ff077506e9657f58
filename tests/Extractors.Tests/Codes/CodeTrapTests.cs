using FsCheck;
using FsCheck.Fluent;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Tests.Codes;

/// <summary>Numbers of other kinds, made at random, never become codes.</summary>
public class CodeTrapTests
{
    private static bool NoCode(string text) => CodeScanner.Find(text, new SourceSpan(0, text.Length)).Count == 0;

    private static void Holds(Func<int, string> make, int from, int to) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Gen.Choose(from, to)), (int n) => NoCode(make(n))));

    [Fact]
    public void Years() => Holds(n => $"In {n}, from 01/15/{n} to {n}-06-30 ({n}) and FY{n}.", 1900, 2199);

    [Fact]
    public void Phone_numbers() => Holds(n => $"Call 1-800-{n / 10000:D3}-{n % 10000:D4} or ({n % 1000:D3}) 555-{n % 10000:D4}, fax 8{n % 100:D2}.555.{n % 10000:D4}", 2000000, 9999999);

    [Fact]
    public void Postcodes() => Holds(n => $"Springfield, IL {n:D5}-{n % 10000:D4}; Portland, OR {n:D5}; P.O. Box {n:D5}", 10000, 99999);

    [Fact]
    public void Page_ranges() => Holds(n => $"J Ther. 2019;21(4):{n}-{n + 9}. Other J 2020; 7: e{n}; Sci Rep. 2016 Mar 7;7:{n}.", 1000, 99000);

    [Fact]
    public void Pubmed_numbers_and_dois() => Holds(n => $"PMID: {n} PMCID: PMC{n} doi: 10.{n}/j.jmb.{n} https://doi.org/10.1016/S{n}-{n}", 10000, 99999);

    [Fact]
    public void Policy_numbers() => Holds(n => $"Policy # {n:D5}, Policy Number: {n:D5}, 02-{n:D5}-26, LAB.{n:D5}, medical policy {n:D5}, MP {n:D5}", 0, 99999);

    [Fact]
    public void Numbers_of_the_administration() => Holds(n => $"42 CFR {n}, Transmittal {n}, Change Request {n}, MLN {n}, form {n}, case ID {n}, Contractor {n}, committee {n}", 10000, 99999);

    [Fact]
    public void A_list_after_a_colon_is_not_the_number_of_the_document_before_it() =>
        CodeScanner.Find("Moved to the Other Imaging guideline: 0600T, 0601T. Guideline: 0602T is its number.", new SourceSpan(0, 51)).Select(m => m.Code).ShouldBe(["0600T", "0601T"]);

    [Fact]
    public void Money_and_sample_sizes() => Holds(n => $"${n} for {n} patients (n = {n}; N={n}), {n} (12.5%) women", 10000, 99999);
}
