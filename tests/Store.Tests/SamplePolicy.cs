using System.Collections.Immutable;
using Ingest.Extractors;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Clearances;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Criteria;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Definitions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Guidelines;
using Ingest.Extractors.History;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Keywords;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Related;
using Ingest.Extractors.Sections;
using Ingest.Extractors.Trials;

namespace Ingest.Store.Tests;

/// <summary>A small made-up policy with one fact of every kind, put together by hand: no reader or extractor is needed to test the store.</summary>
public sealed record SamplePolicy
{
    public string Payer { get; init; } = "Harbor Health Plan";

    public string? Number { get; init; } = "HH-12";

    public string? Title { get; init; } = "Widget Implants";

    public string? LineOfBusiness { get; init; }

    public string? Effective { get; init; } = "2024-05-01";

    public string? Revised { get; init; }

    public Stance Stance { get; init; } = Stance.Investigational;

    public string Subject { get; init; } = "Widget implants";

    public string Criterion { get; init; } = "The member is an adult.";

    public ImmutableArray<string> Codes { get; init; } = ["0600T"];

    public string CodeDescription { get; init; } = "Implant of widget";

    public string? HistoryNote { get; init; } = "New policy";

    public ImmutableArray<string> Citations { get; init; } = ["Doe J. Widgets at work. J Widget. 2020."];

    /// <summary>A sentence that is no fact.</summary>
    public string? Remark { get; init; }

    /// <summary>Put before everything, to move all spans.</summary>
    public string Preamble { get; init; } = "";

    public IncomingVersion Build(string source = "/policies/hh-12.txt", long run = 1, string fingerprint = "f1")
    {
        var text = new System.Text.StringBuilder(Preamble);
        SourceSpan Write(string line)
        {
            int start = text.Length;
            text.Append(line).Append('\n');
            return new(start, start + line.Length);
        }
        IdentityValue? Said(string? value) => value is null ? null : new IdentityValue(value, Write(value), 0.9);
        int begin = text.Length;
        SourceSpan heading = Write("Policy");
        PolicyIdentity identity = PolicyIdentity.Unknown with
        {
            Payer = Said(Payer), PayerSlug = Payer.ToLowerInvariant().Replace(' ', '-'), Number = Said(Number), Title = Said(Title),
            LinesOfBusiness = LineOfBusiness is null ? [] : [Said(LineOfBusiness)!],
        };
        string statement = $"{Subject} are considered {ContractName.Of(Stance).Replace('_', ' ')}.";
        var dates = ImmutableArray.CreateBuilder<PolicyDate>();
        if (Effective is not null) dates.Add(new(PolicyDateKind.Effective, PartialDate.ParseIso(Effective)!.Value, Effective, Write(Effective), 1));
        if (Revised is not null) dates.Add(new(PolicyDateKind.Revised, PartialDate.ParseIso(Revised)!.Value, Revised, Write(Revised), 1));
        PolicyFacts facts = PolicyFacts.None with
        {
            Identity = identity,
            Dates = dates.ToImmutable(),
            Positions = [new(Stance, true, Subject, null, statement, Write(statement), 0, 0.8)],
            Criteria =
            [
                new(0, null, null, CriterionOperator.All, null, "All of these:", Write("All of these:")),
                new(0, 0, "1", null, null, Criterion, Write(Criterion)),
            ],
            Codes = [.. Codes.Select(c => new PolicyCode(
                c, null, CodeSystem.Cpt, CodeDescription, null, null, Stance, null, null, 0, Write($"{c} {CodeDescription}"), 0.9))],
            History = HistoryNote is null
                ? []
                : [new(PartialDate.ParseIso("2024-04-01"), HistoryAction.New, null, HistoryNote, [new("0600T", null, CodeSystem.Cpt, CodeChange.Added)], Write("04/2024 " + HistoryNote))],
            Citations = [.. Citations.Select((c, i) => new Citation(
                (i + 1).ToString(), CitationKind.Article, [new("Doe", "J.", null), new(null, null, "et al.")], c, "J Widget", 2020, null, null, null, null, null, null, null, null, null, c, Write(c)))],
            Trials = [new("NCT01234567", "Widgets", null, 20, PartialDate.ParseIso("2027-01"), Write("NCT01234567"))],
            Clearances = [new("FDA", "510(k)", "K102329", null, "Widget", null, Write("K102329"))],
            Guidelines = [new("Widget Society", 2021, "suggests widgets", Write("Widget Society suggests widgets"))],
            Definitions = [new("Widget", "A small thing", Write("Widget: A small thing"))],
            Keywords = [new("widget", Write("widget"))],
            Related = [new("HH-13", "Gadgets", Write("HH-13 Gadgets"))],
            Findings = [new("sample-finding", Severity.Info, "Something small.", heading)],
            NothingFound = [new("codes", "none of kind X")],
        };
        if (Remark is not null) Write(Remark);
        var section = new Section(0, null, 1, heading, new(begin, text.Length), 0, 0) { Kind = SectionKind.Coverage, Confidence = 0.7 };
        var document = new PolicyDocument { Text = text.ToString(), Blocks = [], Source = source, MediaType = "text/plain" };
        string sha = OriginalFiles.Hash(System.Text.Encoding.UTF8.GetBytes(document.Text));
        return new(source, sha, fingerprint, run, new SectionedPolicy(document, [section]), facts);
    }
}
