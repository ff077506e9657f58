using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>Finds every stance that one statement takes, by the frames of <see cref="StanceFrames"/>.</summary>
internal static class StanceGrammar
{
    /// <summary>Claims in the order of the wording, each stance once.</summary>
    /// <param name="words">A sentence, lead-in, heading or cell as <see cref="Wording.Plain"/> gives it.</param>
    /// <param name="leadsList">Whether a list comes after it.</param>
    public static ImmutableArray<StanceClaim> Read(string words, bool leadsList)
    {
        if (words.Length < 8 || Voices.IsSomeoneElse(words)) return [];
        List<StanceClaim> found =
        [
            .. Predicates(words), .. Participles(words), .. Judgements(words), .. Meets(words), .. Covers(words), .. Coverage(words), .. Qualifies(words),
            .. Eligible(words), .. PriorApprovals(words), .. Deferrals(words), .. CaseByCase(words), .. Established(words), .. CriteriaDecide(words), .. Approvals(words),
        ];
        var claims = ImmutableArray.CreateBuilder<StanceClaim>();
        foreach (StanceClaim claim in found.OrderBy(c => c.Start).ThenByDescending(c => c.Confidence))
        {
            if (claims.Any(c => c.Stance == claim.Stance)) continue;
            int before = claims.Count > 0 ? claims.Max(c => c.End) : 0;
            if (claim.Start >= before && !Clauses.IsAsserted(words, before, claim.Start, claims.Count > 0)) continue;
            // "is investigational and will not be covered when …": both are said of one subject and under the same conditions.
            bool shared = claims.Count > 0 && claim.Start >= before && Clauses.IsLink(words[before..claim.Start]);
            claims.Add(shared ? claim with { Subject = claims[^1].Subject } : claim);
        }
        return WithConditions(words, WithoutWeaker(claims.ToImmutable()), leadsList);
    }

    private static ImmutableArray<StanceClaim> WithConditions(string words, ImmutableArray<StanceClaim> claims, bool leadsList)
    {
        var judged = ImmutableArray.CreateBuilder<StanceClaim>(claims.Length);
        foreach (StanceClaim claim in claims)
        {
            int head = claims.Where(c => c.End <= claim.Start).Select(c => c.End).DefaultIfEmpty(0).Max();
            int next = claims.Where(c => c.Start > claim.Start && c.Start >= claim.End).Select(c => c.Start).DefaultIfEmpty(words.Length).Min();
            string tail = words[claim.End..next];
            if (next < words.Length && Clauses.IsLink(tail)) (tail, next) = (words[claim.End..], words.Length);
            else if (next < words.Length) tail = Clauses.BeforeContrast(tail);
            judged.Add(claim with { Conditional = claim.Conditional || Conditions.Decide(words[head..claim.Start], tail, claim.Stance, leadsList && next == words.Length) });
        }
        return judged.MoveToImmutable();
    }

    /// <summary>A leaning word next to a plain stance says the same again or belongs to its conditions.</summary>
    private static ImmutableArray<StanceClaim> WithoutWeaker(ImmutableArray<StanceClaim> claims) =>
        claims.Any(c => c.Strength > ClaimStrength.Leaning) ? [.. claims.Where(c => c.Strength > ClaimStrength.Leaning)] : claims;

    private static IEnumerable<StanceClaim> Predicates(string words)
    {
        foreach (Match match in StanceFrames.Predicate().Matches(words))
        {
            if (match.Groups["rel"].Success && !match.Groups["rel"].Value.Equals("they", StringComparison.OrdinalIgnoreCase)) continue;
            bool judged = match.Groups["judged"].Success, modal = match.Groups["modal"].Success;
            if (!SaysSo(match, judged, modal)) continue;
            bool negated = match.Groups["neg"].Success || match.Groups["modal"].Value.Equals("cannot", StringComparison.OrdinalIgnoreCase);
            string? subject = Clauses.WithoutVerb(Clauses.SubjectBefore(words, match.Index));
            if (Clauses.IsBareNoun(subject)) continue;
            if (!judged && match.Groups["modal"].Value.ToLowerInvariant() is ("can" or "may") && subject is not null && IsOfPaperwork(subject)
                && !Conditions.Decide("", words[(match.Index + match.Length)..], Stance.MedicallyNecessary, leadsList: false)) continue;
            foreach (Stance stance in StanceWords.Of(match.Groups["list"].Value, negated, weak: modal || judged))
            {
                if (stance == Stance.NotCovered && (Voices.IsPersonFirst(subject) || match.Groups["modal"].Value.Equals("may", StringComparison.OrdinalIgnoreCase) && match.Groups["exclude"].Success)) continue;
                bool leaning = !StanceWords.Of(match.Groups["list"].Value, negated, weak: false).Contains(stance);
                yield return new(stance, subject, match.Index, match.Index + match.Length,
                    leaning ? ClaimStrength.Leaning : judged || modal ? ClaimStrength.Explicit : ClaimStrength.Plain,
                    leaning ? 0.6 : judged ? 0.95 : 0.9);
            }
        }
    }

    /// <summary>"The request can be approved", "… before another cycle may be approved": a procedure or a limit, not a stance on a service, unless conditions follow.</summary>
    private static bool IsOfPaperwork(string subject) =>
        subject[(subject.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "authorization" or "authorizations" or "request" or "requests" or "referral" or "referrals" or "extension" or "extensions" or "claim" or "claims" or "appeal" or "appeals" or "renewal" or "reauthorization"
        || subject.Contains(" must ", StringComparison.OrdinalIgnoreCase) && subject.Contains(" before ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"X is approved for members who …", "X approved with no criteria": the payer's own approval, where the regulator approves for diseases and uses.</summary>
    private static IEnumerable<StanceClaim> Approvals(string words)
    {
        int at = words.IndexOf(" approved ", StringComparison.OrdinalIgnoreCase);
        if (at <= 0 || words.Contains("FDA", StringComparison.Ordinal) || words.Contains("Food and Drug", StringComparison.OrdinalIgnoreCase)) yield break;
        string after = words[(at + " approved ".Length)..], before = words[..at];
        bool free = after.StartsWith("with no ", StringComparison.OrdinalIgnoreCase) || after.StartsWith("without ", StringComparison.OrdinalIgnoreCase);
        string[] next = after.ToLowerInvariant().Split([' ', ',', '.', ':'], 6, StringSplitOptions.RemoveEmptyEntries);
        bool members = next is ["for", ..] && next.Skip(1).Take(4).Any(w => w is "member" or "members" or "individual" or "individuals" or "enrollee" or "enrollees" or "beneficiaries");
        if (!free && !members || !free && !before.EndsWith(" is", StringComparison.OrdinalIgnoreCase) && !before.EndsWith(" are", StringComparison.OrdinalIgnoreCase)) yield break;
        yield return new(Stance.MedicallyNecessary, Clauses.WithoutVerb(before), at + 1, free ? words.Length : at + " approved".Length, ClaimStrength.Plain, 0.7) { Conditional = !free };
    }

    /// <summary>Duties, wishes and infinitives assert nothing: "must be established", "to be experimental", "has been proven".</summary>
    private static bool SaysSo(Match match, bool judged, bool modal)
    {
        if (match.Groups["modal"].Value.ToLowerInvariant() is "must" or "should" or "could" or "might" or "would") return false;
        return match.Groups["be"].Value.ToLowerInvariant() switch
        {
            "be" => modal,
            "been" => judged,
            _ => true,
        };
    }

    private static IEnumerable<StanceClaim> Participles(string words)
    {
        foreach (Match match in StanceFrames.Participle().Matches(words))
        {
            if (match.Groups["rel"].Success) continue;
            foreach (Stance stance in StanceWords.Of(match.Groups["list"].Value, negated: false, weak: false))
                yield return new(stance, Clauses.SubjectBefore(words, match.Index), match.Index, match.Index + match.Length, ClaimStrength.Plain, 0.7);
        }
    }

    private static IEnumerable<StanceClaim> Judgements(string words)
    {
        if (!StanceFrames.JudgementVerb().IsMatch(words) || !StanceWords.Names(words)) yield break;
        foreach (Match match in StanceFrames.Judgement().Matches(words))
        {
            string subject = match.Groups["subject"].Value;
            bool given = Clauses.IsQuestion(subject);
            if (Voices.CannotJudge(match.Groups["agent"].Value) || given && !match.Groups["tobe"].Success) continue;
            foreach (Stance stance in StanceWords.Of(match.Groups["list"].Value, match.Groups["neg"].Success, weak: false))
                yield return new(stance, Clauses.UpToCondition(subject), match.Index, match.Index + match.Length, ClaimStrength.Explicit, 0.95) { Conditional = given };
        }
    }

    private static IEnumerable<StanceClaim> Meets(string words)
    {
        foreach (Match match in StanceFrames.Meets().Matches(words))
        {
            string? subject = Clauses.SubjectBefore(words, match.Index);
            if (match.Groups["rel"].Success || Voices.IsPerson(words.AsSpan(0, match.Index))) continue;
            bool negated = match.Groups["neg"].Success;
            Stance stance = !negated ? Stance.MedicallyNecessary
                : match.Groups["cover"].Success ? Stance.NotCovered : Stance.NotMedicallyNecessary;
            yield return new(stance, subject, match.Index, match.Index + match.Length, ClaimStrength.Explicit, 0.92);
        }
    }

    private static IEnumerable<StanceClaim> Covers(string words)
    {
        foreach (Match match in StanceFrames.Covers().Matches(words))
        {
            if (match.Groups["rel"].Success || Voices.CannotJudge(match.Groups["agent"].Value)) continue;
            bool excluded = match.Groups["exclude"].Success;
            Group subject = match.Groups["subject"];
            if (Clauses.IsGeneral(subject.Value) || excluded && (match.Groups["neg"].Success || Voices.IsPersonFirst(subject.Value))) continue;
            Stance stance = excluded || match.Groups["neg"].Success ? Stance.NotCovered : Stance.MedicallyNecessary;
            yield return new(stance, Clauses.UpToCondition(subject.Value), match.Index, subject.Index, ClaimStrength.Plain, 0.8);
        }
    }

    private static IEnumerable<StanceClaim> Coverage(string words)
    {
        foreach (Match match in StanceFrames.Coverage().Matches(words))
        {
            bool not = match.Groups["neg"].Success;
            if (match.Groups["exclude"].Success && not) continue;
            Stance stance = not || match.Groups["exclude"].Success ? Stance.NotCovered : Stance.MedicallyNecessary;
            // "Authorization of 12 months may be granted for X": the span of time is no service.
            Group named = match.Groups["subject"].Success && !(char.IsAsciiDigit(match.Groups["subject"].Value[0]) && match.Groups["object"].Success) ? match.Groups["subject"] : match.Groups["object"];
            string? subject = named.Success && !Voices.IsPersonFirst(named.Value) && !char.IsAsciiDigit(named.Value[0]) ? named.Value : null;
            int end = match.Index + match.Length;
            string after = words[(match.Groups["object"].Success ? match.Groups["object"].Index : named.Success && named.Index + named.Length == end ? named.Index : end)..];
            bool decided = Conditions.Decide("", after, stance, leadsList: false) || match.Groups["limit"].Success && after.Contains("the following", StringComparison.OrdinalIgnoreCase);
            if (stance == Stance.MedicallyNecessary && (subject is null || match.Groups["grant"].Success) && !decided) continue;
            if (subject is not null && Clauses.IsGeneral(subject)) continue;
            yield return new(stance, subject is null ? null : Clauses.UpToCondition(subject), match.Index,
                words.Length - after.Length, ClaimStrength.Plain, 0.75) { Conditional = decided && stance == Stance.MedicallyNecessary };
        }
    }

    private static IEnumerable<StanceClaim> Qualifies(string words)
    {
        foreach (Match match in StanceFrames.Qualifies().Matches(words))
        {
            string? before = Clauses.SubjectBefore(words, match.Index), subject = before is null || Voices.IsPersonFirst(before) ? match.Groups["object"].Value : before;
            if (Clauses.UpToCondition(subject) is not { } named || Clauses.IsGeneral(named)) continue;
            int end = match.Groups["object"].Success ? match.Groups["object"].Index : match.Index + match.Length;
            bool not = match.Groups["neg"].Success;
            // What is considered for coverage is not covered yet: its conditions make it so.
            if (not || Conditions.Decide("", words[end..], Stance.MedicallyNecessary, leadsList: false))
                yield return new(not ? Stance.NotCovered : Stance.MedicallyNecessary, named, match.Index, end, ClaimStrength.Plain, 0.75);
        }
    }

    private static IEnumerable<StanceClaim> Eligible(string words)
    {
        foreach (Match match in StanceFrames.Eligible().Matches(words))
        {
            Stance stance = match.Groups["neg"].Success ? Stance.NotCovered : Stance.MedicallyNecessary;
            Group subject = match.Groups["subject"];
            yield return new(stance, Clauses.UpToCondition(subject.Value), match.Index, subject.Index, ClaimStrength.Plain, 0.8);
        }
    }

    private static IEnumerable<StanceClaim> PriorApprovals(string words)
    {
        foreach (Match match in StanceFrames.PriorApproval().Matches(words))
        {
            if (match.Groups["neg"].Success || match.Groups["rel"].Success) continue;
            string? named = match.Groups["subject"].Captures.Select(c => c.Value).FirstOrDefault(v => !Voices.IsPersonFirst(v) && !v.Contains("products", StringComparison.OrdinalIgnoreCase) && !v.Contains(" plan", StringComparison.OrdinalIgnoreCase) && !v.Contains("provider", StringComparison.OrdinalIgnoreCase));
            string? subject = named is null ? null : Clauses.UpToCondition(named);
            int end = match.Groups["subject"] is { Success: true } last && last.Index + last.Length == match.Index + match.Length ? last.Index : match.Index + match.Length;
            yield return new(Stance.PriorAuthorization, subject, match.Index, end, ClaimStrength.Explicit, 0.9);
        }
    }

    private static IEnumerable<StanceClaim> Deferrals(string words)
    {
        foreach (Match match in StanceFrames.Deferral().Matches(words))
        {
            if (match.Groups["rel"].Success || Voices.IsPerson(words.AsSpan(0, match.Index))) continue;
            // "Refer to …" alone is a cross-reference; said of one line of business it hands that line over.
            bool see = match.Groups["see"].Success && LinesOfBusiness.OfSentence(words) is null;
            yield return new(Stance.Deferred, null, match.Index, match.Index + match.Length,
                see ? ClaimStrength.Leaning : ClaimStrength.Plain, see ? 0.5 : 0.8);
        }
        foreach (Match match in StanceFrames.OtherCriteria().Matches(words))
            yield return new(Stance.Deferred, null, match.Index, match.Index + match.Length, ClaimStrength.Plain, 0.5);
    }

    private static IEnumerable<StanceClaim> CaseByCase(string words) =>
        StanceFrames.CaseByCase().Matches(words).Where(match => Clauses.SubjectBefore(words, match.Index) is var subject && !Voices.IsPersonFirst(subject) && !IsOfDeciding(subject)).Select(match => new StanceClaim(
            Stance.IndividualConsideration, Clauses.WithoutVerb(Clauses.SubjectBefore(words, match.Index)), match.Index, match.Index + match.Length, ClaimStrength.Plain, 0.75));

    /// <summary>"The determination of medical necessity is made case by case" is said of the procedure.</summary>
    private static bool IsOfDeciding(string? subject) =>
        subject is not null && (subject.Contains("determination", StringComparison.OrdinalIgnoreCase) || subject.Contains("decision", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<StanceClaim> Established(string words)
    {
        foreach (Match match in StanceFrames.Established().Matches(words))
        {
            bool need = match.Groups["need"].Success, not = match.Groups["neg"].Success;
            // What is not shown to work is a reason for a stance and seldom the stance itself, unless it is medical necessity that is not shown.
            if (not != need) continue;
            yield return new(need ? Stance.NotMedicallyNecessary : Stance.MedicallyNecessary, Clauses.Tidy(match.Groups["subject"].Value), match.Index, match.Index + match.Length,
                need ? ClaimStrength.Plain : ClaimStrength.Leaning, need ? 0.75 : 0.65);
        }
    }

    private static IEnumerable<StanceClaim> CriteriaDecide(string words) =>
        StanceFrames.CriteriaDecide().Matches(words).Select(match => new StanceClaim(
            Stance.MedicallyNecessary, match.Groups["subject"].Success ? Clauses.Tidy(match.Groups["subject"].Value) : null,
            match.Index, match.Index + match.Length, ClaimStrength.Leaning, 0.6) { Conditional = true });
}
