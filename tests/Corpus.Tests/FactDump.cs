using System.Globalization;
using System.Text;
using Ingest.Extractors;
using Ingest.Extractors.Citations;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Criteria;
using Ingest.Extractors.History;
using Ingest.Extractors.Identity;
using Ingest.Extractors.Positions;
using Ingest.Extractors.Sections;

namespace Ingest.Corpus.Tests;

/// <summary>One fact a line, in the order of the contract's views, so that a change of an extractor reads in a diff like a review.</summary>
internal static class FactDump
{
    public static string Of(ReadPolicy read)
    {
        (SectionedPolicy policy, PolicyFacts facts) = read;
        var dump = new StringBuilder();
        PolicyIdentity identity = facts.Identity;
        Line("payer", identity.PayerSlug, identity.Payer?.Value);
        Line("number", identity.Number?.Value);
        Line("title", identity.Title?.Value);
        Line("category", identity.Category?.Value);
        Line("lines", string.Join(", ", identity.LinesOfBusiness.Select(l => l.Value)));
        Line("states", string.Join(", ", identity.States.Select(s => s.Value)));
        foreach (var date in facts.Dates) Line("date", Name(date.Kind), date.Date, date.Raw);
        foreach (Section section in policy.Sections)
        {
            Line("section", new string('>', section.Level), Name(section.Kind), policy.HeadingOf(section) ?? "(no heading)");
        }
        foreach (Position position in facts.Positions)
        {
            Line("position", Name(position.Stance), position.Conditional ? "if" : "always", position.LineOfBusiness, position.Statement);
        }
        foreach (Criterion criterion in facts.Criteria) Line("criterion", Path(facts, criterion), Operator(criterion), criterion.Text);
        foreach (PolicyCode code in facts.Codes)
        {
            Line("code", Range(code.Code, code.CodeEnd), Name(code.System), code.Stance is { } s ? Name(s) : null, code.EffectiveDate, code.EndDate, code.GroupLabel, code.Description, code.Note);
        }
        foreach (HistoryEntry entry in facts.History)
        {
            string codes = string.Join(' ', entry.Codes.Select(c => $"{Name(c.Change)}:{Range(c.Code, c.CodeEnd)}"));
            Line("history", entry.Date, Name(entry.Action), entry.Actor, codes, entry.Note);
        }
        foreach (Citation c in facts.Citations) Line("citation", c.Label, Name(c.Kind), Authors(c), c.Title, c.Container, c.Year, c.Volume, c.Issue, c.Pages, c.Doi, c.Pmid, c.Nct, c.Url, c.AccessedDate);
        foreach (var trial in facts.Trials) Line("trial", trial.Nct, trial.Status, trial.Enrollment, trial.CompletionDate, trial.Title);
        foreach (var clearance in facts.Clearances) Line("clearance", clearance.Pathway, clearance.Number, clearance.Date, clearance.Device);
        foreach (var guideline in facts.Guidelines) Line("guideline", guideline.Organization, guideline.Year);
        foreach (var definition in facts.Definitions) Line("definition", definition.Term, definition.Meaning);
        foreach (var keyword in facts.Keywords) Line("keyword", keyword.Value);
        foreach (var related in facts.Related) Line("related", related.Number, related.Title);
        foreach (var finding in facts.Findings) Line("finding", Name(finding.Severity), finding.Rule, finding.Message);
        foreach (NothingFound nothing in facts.NothingFound) Line("nothing", nothing.What);
        return dump.ToString();

        void Line(string kind, params object?[] parts)
        {
            dump.Append(kind);
            foreach (object? part in parts)
            {
                string text = Convert.ToString(part, CultureInfo.InvariantCulture) ?? "";
                text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                dump.Append(" | ").Append(text.Length == 0 ? "-" : text.Length <= 90 ? text : string.Concat(text.AsSpan(0, 89), "…"));
            }
            dump.Append('\n');
        }
    }

    private static string Name(Enum value) => ContractName.Of(value);

    private static string Range(string code, string? end) => end is null ? code : $"{code}-{end}";

    private static string Authors(Citation citation) =>
        citation.Authors.IsEmpty ? "" : $"{citation.Authors[0].Family ?? citation.Authors[0].Literal} +{citation.Authors.Length - 1}";

    private static string Operator(Criterion criterion) => criterion.Operator switch
    {
        null => "",
        CriterionOperator.AtLeast => $"AT_LEAST {criterion.Minimum}",
        { } op => Name(op),
    };

    private static string Path(PolicyFacts facts, Criterion criterion)
    {
        string label = criterion.Label ?? "•";
        return criterion.Parent is { } parent ? $"{Path(facts, facts.Criteria[parent])}/{label}" : label;
    }
}
