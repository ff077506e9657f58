using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>Whose view a sentence gives. Only the payer's own is a position; what societies, agencies or authors say is not.</summary>
internal static partial class Voices
{
    /// <summary>Sentences that report what somebody else recommends, finds or rules.</summary>
    public static bool IsSomeoneElse(string words) => Reported().IsMatch(words) || Federal().IsMatch(words) || NoStance().IsMatch(words);

    /// <summary>Whether the words before a verb of judging name somebody who is not the payer.</summary>
    public static bool CannotJudge(string agent) => Others().IsMatch(agent) || PersonAtEnd().IsMatch(agent) || Infinitive().IsMatch(agent);

    /// <summary>Whether the words before a verb end with the patient or provider: what they meet or follow is a condition, not a stance.</summary>
    public static bool IsPerson(ReadOnlySpan<char> before) => PersonAtEnd().IsMatch(before);

    /// <summary>Whether a subject is people: they are excluded from or approved for something, but no service is.</summary>
    public static bool IsPersonFirst(string? subject) => subject is not null && PersonFirst().IsMatch(subject);

    [GeneratedRegex(@"^(?:all |any |those |the |these )?(?:subjects?|members?|patients?|individuals?|persons?|adults?|children|infants?|women|men)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonFirst();

    [GeneratedRegex(
        @"^(?:according to|per the 20\d\d|as per )|(?<!\bto )\b(?:recommend(?:s|ed|ation)?|states?|stated|concludes?|concluded|suggests?|believes?|advises?|endorses?|published|found) that\b|\b(?:society|college|academy|association|network|institute|task force|NCCN|ASCO|ACOG|ACMG|AASLD|USPSTF|authors?|investigators|researchers|reviewers|stud(?:y|ies)|experts?|consensus|FDA|Hayes|NICE)\b[^.;:]{0,80}\b(?:recommend(?:s|ed)?|states?|stated|suggest(?:s|ed)?|conclude[sd]?|considers?|believes?|advises?|noted?s?|reported|endorses?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reported();

    /// <summary>Federal and contractor rulings that a policy quotes.</summary>
    [GeneratedRegex(
        @"\b(?:CMS|Medicare(?: & Medicaid Services)?|MACs?|Government Services|contractors?)\b[^.;:]{0,60}\b(?:has determined|have determined|determined that|covers|considers)\b|\b(?:covered|paid|reimbursed|excluded) (?:by|under) (?:Medicare|CMS)\b|^(?:Medicare|CMS) (?:uses|utilizes|has|will|does)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Federal();

    /// <summary>General notes of every policy: what a listing does not mean, which document governs, how benefits are looked up.</summary>
    [GeneratedRegex(
        @"\b(?:does|do|is|are) not (?:constitute|imply|guarantee|ensure|mean|an authorization|a guarantee|intended)|\bmay or may not\b|\b(?:supersedes?|take[s]? precedence|shall control|will govern|governs|prevail)\b|\bno (?:national|local) coverage\b|\b(?:policy|statements?|wording|language|criteria|section) (?:was |were )?(?:revised|updated|changed|clarified|added|removed)\b|^(?:the |our )?definitions? of\b|\b(?:has|have|had) been (?:addressed|removed|added|changed)|\bmay not be covered (?:by|under) (?:all|some|every|certain|many|your|the member)|\bnon-formulary\b|\bif you (?:have|are)\b|\bmay determine coverage\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoStance();

    [GeneratedRegex(
        @"\b(?:society|college|academy|association|network|institute|NCCN|ASCO|ACOG|ACMG|FDA|food and drug|CMS|centers for medicare|medicare|government services|stud(?:y|ies)|authors?|investigators|reviewers|guidelines?|committee|experts?|clinicians?|physicians?|providers?|physician|who|which|that|they|should|must|data|evidence|trials?|manufacturers?|vendors?|hospitals?)\b[^,;:]{0,40}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(
        @"\b(?:members?|patients?|individuals?|persons?|people|beneficiar(?:y|ies)|participants?|providers?|practitioners?|clinicians?|physicians?|child|children|infant|mother|tumou?r|requestor|they|he|she|who)\b[^,;:]{0,25}(?<!\b(?:in|of|for|to|among|with|by|from|on) (?:[\w-]+ ){0,4}(?:members?|patients?|individuals?|persons?|people|children|infants?)[^,;:]{0,25})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonAtEnd();

    [GeneratedRegex(@"\b(?:to|please|should|must)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Infinitive();
}
