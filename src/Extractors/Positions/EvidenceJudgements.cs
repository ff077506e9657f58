using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// "There is insufficient evidence to show that X is safe": most often the reason that stands beside a stance. Where a policy takes no adverse
/// stance in any other words and says this as its coverage, it is the stance: unproven.
/// </summary>
internal static partial class EvidenceJudgements
{
    private const double Confidence = 0.5;

    public static IEnumerable<Position> Read(
        SectionedPolicy policy, PayerSections places, ImmutableArray<Position> taken, Subjects subjects, Func<SectionedPolicy, Section, string?> lineOf)
    {
        if (taken.Any(p => p.Stance is Stance.Investigational or Stance.NotMedicallyNecessary or Stance.NotCovered)) yield break;
        foreach (Section section in policy.Sections.Where(places.IsCoverage))
        {
            foreach (Statement statement in StatementReader.Read(policy, section))
            {
                if (statement.Form is StatementForm.Heading || Voices.IsSomeoneElse(statement.Words) || taken.Any(p => p.Span == statement.Span)) continue;
                Match match = Unproven().Match(statement.Words);
                if (!match.Success || Clauses.IsQuestion(statement.Words[..match.Index])) continue;
                string? named = Clauses.Tidy(match.Groups["subject"].Value);
                yield return new(
                    Stance.Investigational, false, named is null ? subjects.Around(section) : subjects.Of(named, statement, subjects.Around(section)),
                    LinesOfBusiness.OfSentence(statement.Words) ?? lineOf(policy, section), statement.Span.Slice(policy.Text), statement.Span, section.Ordinal, Confidence);
            }
        }
    }

    private const string Shown = "(?:show|determine|establish|support|conclude|demonstrate|recommend|permit|justify|prove|confirm|suggest)";

    private const string Object = "(?: (?:that |if |whether )?(?:the )?(?:routine )?(?:(?:use|coverage|safety|efficacy|effectiveness|value|benefits?|medical necessity|clinical utility|role|effects?|impact)(?: (?:and|or|and/or) (?:[a-z]+ ){1,2})? ?of )?(?<subject>[^.;:]{3,160}?)(?= (?:is|are|as|on|provides?|improves?|for|in|leads?|results?|has|have)\\b|[.;,]|$))?";

    [GeneratedRegex(
        $@"\b(?:insufficient|inadequate|not (?:enough|sufficient|adequate)) (?:[a-z-]+,? ){{0,4}}evidence\b[^.;:]{{0,60}}?\bto {Shown}{Object}|\bevidence (?:[a-z]+ ){{0,6}}?(?:is|remains) (?:currently )?(?:insufficient|inadequate|not sufficient|not adequate) to {Shown}{Object}|\bevidence does not (?:currently )?(?:{Shown}){Object}|\b(?:safety|effectiveness|efficacy|clinical utility|clinical value|usefulness)\b(?: (?:and|or|and/or) [a-z ]{{3,30}})? of (?<subject>[^.;]{{3,160}}?) (?:has|have) not (?:yet )?been (?:adequately |clearly |fully )?(?:established|demonstrated|proven|shown)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unproven();
}
