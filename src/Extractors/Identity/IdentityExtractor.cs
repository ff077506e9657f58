using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Identity;

/// <summary>Who published the policy, and its number, title, category, lines of business and states, each where the document prints it.</summary>
public sealed class IdentityExtractor(PayerDirectory payers)
{
    private readonly PayerFinder _payers = new(payers);

    public (PolicyIdentity Identity, ImmutableArray<Diagnostic> Diagnostics) Extract(SectionedPolicy policy)
    {
        ImmutableArray<FieldLine> lines = FieldLines.Of(policy);
        ImmutableArray<Field> fields = FieldReader.Read(policy.Text, lines);
        (IdentityValue? payer, string? slug, ImmutableArray<Diagnostic> diagnostics) = _payers.Find(policy, lines, fields);
        Payer? known = payers.Payers.FirstOrDefault(p => p.Slug == slug);
        IdentityValue? number = NumberFinder.Find(policy, lines, fields, known);
        IdentityValue? title = TitleFinder.Find(policy, lines, fields, payer, number);
        if (title is null)
            diagnostics = diagnostics.Add(new("title-not-found", Severity.Warning, "No labelled title and no heading that names the subject; record the title by review."));
        return (new PolicyIdentity
        {
            Payer = payer,
            PayerSlug = slug,
            Number = number,
            Title = title,
            Category = Category(policy.Text, fields),
            LinesOfBusiness = ScopeFinder.LinesOfBusiness(policy.Text, lines, fields),
            States = ScopeFinder.States(policy.Text, fields),
        }, diagnostics);
    }

    private static IdentityValue? Category(string text, ImmutableArray<Field> fields)
    {
        foreach (Field field in fields.Where(f => f.Name == FieldName.Category && f.Line.Zone is LineZone.Front or LineZone.Furniture && f.Value.Length is > 2 and <= 60))
        {
            return new(field.Value.Slice(text).Trim(' ', '*', '_', '.'), field.Value, 0.85);
        }
        return null;
    }
}
