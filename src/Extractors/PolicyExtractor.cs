using System.Collections.Immutable;
using Ingest.Extractors.Checks;
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

namespace Ingest.Extractors;

/// <summary>
/// From a document to everything that it says. The order below is the order of dependence: each extractor sees the facts above it.
/// Pure and thread-safe; the same document and settings give the same facts.
/// </summary>
public sealed class PolicyExtractor(ISectionClassifier classifier, PayerDirectory payers)
{
    private readonly IdentityExtractor _identity = new(payers);

    public string Fingerprint { get; } = $"{classifier.Fingerprint}/payers-{payers.Fingerprint}";

    public (SectionedPolicy Policy, PolicyFacts Facts) Extract(PolicyDocument document)
    {
        ImmutableArray<Section> sections = classifier.Classify(document, SectionSplitter.Split(document));
        var policy = new SectionedPolicy(document, sections);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        findings.AddRange(document.Diagnostics);

        (PolicyIdentity identity, ImmutableArray<Diagnostic> unclear) = _identity.Extract(policy);
        findings.AddRange(unclear);
        PolicyFacts facts = PolicyFacts.None with { Identity = identity };
        facts = facts with { Definitions = Run(new DefinitionExtractor(), policy, facts, findings) };
        facts = facts with { Positions = Run(new PositionExtractor(), policy, facts, findings) };
        facts = facts with { Criteria = Run(new CriteriaExtractor(), policy, facts, findings) };
        facts = facts with { Codes = Run(new CodeExtractor(), policy, facts, findings) };
        facts = SectionDoubt.Carry(policy, facts);
        facts = facts with { History = Run(new HistoryExtractor(), policy, facts, findings) };
        facts = facts with { Dates = Run(new PolicyDateExtractor(), policy, facts, findings) };
        facts = facts with { Citations = Run(new CitationExtractor(), policy, facts, findings) };
        facts = facts with { Trials = Run(new TrialExtractor(), policy, facts, findings) };
        facts = facts with { Clearances = Run(new ClearanceExtractor(), policy, facts, findings) };
        facts = facts with { Guidelines = Run(new GuidelineExtractor(), policy, facts, findings) };
        facts = facts with { Keywords = Run(new KeywordExtractor(), policy, facts, findings) };
        facts = facts with { Related = Run(new RelatedPolicyExtractor(), policy, facts, findings) };
        findings.AddRange(PolicyChecks.Run(policy, facts));
        facts = facts with { Findings = findings.ToImmutable() };
        return (policy, facts with { NothingFound = Absences.Of(policy, facts) });
    }

    private static ImmutableArray<T> Run<T>(
        IFactExtractor<T> extractor, SectionedPolicy policy, PolicyFacts soFar, ImmutableArray<Diagnostic>.Builder findings)
        where T : IFact
    {
        Extraction<T> extraction = extractor.Extract(policy, soFar);
        findings.AddRange(extraction.Diagnostics);
        return extraction.Facts;
    }
}
