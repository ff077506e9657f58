using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Identity;

public sealed class IdentityExtractor(PayerDirectory payers)
{
    public (PolicyIdentity Identity, ImmutableArray<Diagnostic> Diagnostics) Extract(SectionedPolicy policy) =>
        (PolicyIdentity.Unknown with { PayerSlug = payers.Payers.FirstOrDefault()?.Slug }, []);
}
