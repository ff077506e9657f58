using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// What a stance is on where the words before its verb do not name it: "the following tests" are the list under them, "this test" is what
/// the nearest heading that names a service says, else the policy's title. Of a whole clause before the verb only its noun phrase is kept.
/// </summary>
internal sealed partial class Subjects(SectionedPolicy policy, string? title)
{
    private const int LongestItem = 120, LongestList = 300, LongestHeading = 120;

    private static readonly FrozenSet<string> Pointers = Words("this these those that such above aforementioned it they same");

    /// <summary>Nouns that say nothing without what they point back to.</summary>
    private static readonly FrozenSet<string> Generic = Words(
        "test tests testing service services procedure procedures treatment treatments drug drugs item items use uses indication indications case cases "
        + "panel panels technology technologies device devices therapy therapies medication medications product products intervention interventions "
        + "assay assays analysis gene genes condition conditions criteria situation situations approach approaches method methods reason reasons purpose purposes");

    private static readonly FrozenSet<string> Before = Words("and or but all any both each of the for only with");

    /// <summary>Words after a generic noun that make it particular again ("these tests for X").</summary>
    private static readonly FrozenSet<string> Narrowing = Words("for of to in with using that which on as");

    /// <summary>What is asked or granted, whatever the service.</summary>
    private static readonly FrozenSet<string> Paperwork = Words("authorization reauthorization approval reapproval renewal recertification coverage continuation request requests claim claims");

    /// <summary>What a heading is called that names a part of the document and not a service.</summary>
    private static readonly FrozenSet<string> Parts = Words(
        "policy policies coverage criteria limitation limitations exclusion exclusions determination statement guideline guidelines introduction indication indications "
        + "inpatient outpatient authorization consideration considerations");

    /// <summary>The same where hardly anything else stands in the heading ("Special Notes").</summary>
    private static readonly FrozenSet<string> ShortParts = Words(
        "note notes process scope purpose overview rationale summary information exception exceptions instructions requirements benefit benefits services approval position table");

    /// <summary>The last heading above <paramref name="section"/>, its own first, that names a service; null where none does.</summary>
    public string? TopicOf(Section section)
    {
        for (Section? at = section; at is not null; at = at.Parent is { } parent ? policy.Sections[parent] : null)
        {
            if (at.Parent is null && at.Ordinal != section.Ordinal || at.Kind != SectionKind.Coverage || policy.HeadingOf(at) is not { } heading) continue;
            string words = Wording.Plain(heading);
            if (words.Length <= LongestHeading && NamesService(words)) return Clauses.Tidy(words);
        }
        return null;
    }

    /// <summary>What a stance is on that names nothing itself: the service that the headings above name, else the policy's.</summary>
    public string? Around(Section section) => TopicOf(section) ?? title;

    /// <param name="named">The words of the statement that name what the stance is on; null where there are none.</param>
    /// <param name="topic">What the heading right above says.</param>
    public string? Of(string? named, Statement statement, string? topic)
    {
        string? row = statement.RowLabel is { } label && LinesOfBusiness.OfLabel(label) is null ? label : null;
        if (named is null) return row ?? topic;
        string phrase = NounPhrase(named);
        // "Authorization does not apply to the following tests, as they are …": the clause is about its list.
        if (Clauses.HasVerb(phrase) && phrase.Contains(" the following ", StringComparison.OrdinalIgnoreCase) && OfItems(statement.Items) is { } listed) return listed;
        if (phrase.StartsWith("those who ", StringComparison.OrdinalIgnoreCase) || Paperwork.Contains(phrase.ToLowerInvariant())) return row ?? topic ?? TopicOf(statement.Section) ?? title ?? phrase;
        string[] words = Split(phrase);
        int first = Array.FindIndex(words, w => !Before.Contains(w));
        if (first < 0) return phrase;
        if (IsFollowing(phrase) && !Narrows(words, first + 1))
            return OfItems(statement.Items) ?? (words.Length - first > 2 ? phrase : row ?? topic ?? TopicOf(statement.Section) ?? title ?? phrase);
        if (Generic.Contains(words[first]) && first + 1 < words.Length && words[first + 1] is "below" or "listed" or "above")
            return (words[first] is "indications" or "uses" or "conditions" ? null : OfItems(statement.Items)) ?? row ?? topic ?? TopicOf(statement.Section) ?? title ?? phrase;
        return Pointers.Contains(words[first]) && IsGeneric(words, first + 1) ? row ?? topic ?? TopicOf(statement.Section) ?? title ?? phrase : phrase;
    }

    /// <summary>The items of a list that a stance is on, in one line; null where there are none. A list too long ends in an ellipsis.</summary>
    public string? OfItems(ImmutableArray<SourceSpan> items)
    {
        var line = new System.Text.StringBuilder();
        foreach (SourceSpan item in items)
        {
            string words = Wording.Plain(item.Slice(policy.Text));
            int end = words.IndexOfAny([';', ':']);
            int stop = words.IndexOf(". ", StringComparison.Ordinal);
            if (stop > 0 && (end < 0 || stop < end)) end = stop;
            // An item that takes the stance again, in a sentence of its own, names what it is on before its verb.
            string said = end > 0 ? words[..end] : words;
            // "X in members who meet all of the following:" is X; what follows are its conditions.
            if (said.Contains(" the following", StringComparison.OrdinalIgnoreCase) && Conditioned().Match(said) is { Success: true, Index: > 3 } condition) said = said[..condition.Index];
            string? own = StanceGrammar.Read(said, leadsList: false) is [var claim, ..] ? claim.Subject is { } subject ? NounPhrase(subject) : null : Clauses.Tidy(said);
            if (own is null || IsFollowing(own) || own.Contains(" the following ", StringComparison.OrdinalIgnoreCase)) continue;
            string name = own.TrimEnd('.');
            if (name.Length > LongestItem) name = name[..name.LastIndexOf(' ', LongestItem)] + " …";
            if (line.Length + name.Length > LongestList) { line.Append(line.Length > 0 ? "; …" : name); break; }
            line.Append(line.Length > 0 ? "; " : "").Append(name);
        }
        return line.Length > 0 ? line.ToString() : null;
    }

    /// <summary>What a clause leaves of a subject: the words after "…, so" or an introductory "Unless …,"; "if … the test" is the test.</summary>
    public static string NounPhrase(string subject)
    {
        string phrase = WithoutDuty(subject);
        if (Introduces(phrase) && Comma(phrase) is > 0 and var comma) phrase = phrase[(comma + 1)..].TrimStart();
        if (phrase.StartsWith("including ", StringComparison.OrdinalIgnoreCase) && phrase.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var last) phrase = phrase[(last + 2)..];
        foreach (string link in (ReadOnlySpan<string>)[", so ", ", and so ", ", therefore ", ", and therefore ", ", thus ", ", hence ", ", as "])
        {
            int at = phrase.LastIndexOf(link, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && Clauses.HasVerb(phrase[..at])) phrase = phrase[(at + link.Length)..];
        }
        if ((phrase.StartsWith("if ", StringComparison.OrdinalIgnoreCase) || phrase.StartsWith("when ", StringComparison.OrdinalIgnoreCase))
            && phrase.LastIndexOf(" the ", StringComparison.OrdinalIgnoreCase) is > 0 and var noun) phrase = phrase[(noun + 1)..];
        foreach (string link in (ReadOnlySpan<string>)[", but", " but", ", and", " and", ", however"])
            if (phrase.EndsWith(link, StringComparison.OrdinalIgnoreCase)) phrase = Clauses.BeforeVerb(phrase[..^link.Length]);
        return Clauses.Tidy(phrase) ?? subject;
    }

    /// <summary>"It is our policy that X", "Requests for X", "The medical necessity of X": the service is X.</summary>
    private static string WithoutDuty(string subject)
    {
        bool policy = subject.StartsWith("it is ", StringComparison.OrdinalIgnoreCase) && subject.Contains(" policy ", StringComparison.OrdinalIgnoreCase);
        string phrase = policy && subject.IndexOf(" that ", StringComparison.OrdinalIgnoreCase) is > 0 and var that ? subject[(that + 6)..] : subject;
        Match asked = Asked().Match(phrase);
        return asked.Success && phrase.Length > asked.Length && !char.IsAsciiDigit(phrase[asked.Length]) ? phrase[asked.Length..] : phrase;
    }

    [GeneratedRegex(@"(?: (?:in|for) (?:individuals?|members?|patients?|persons?|adults?|children))?,? (?:(?:who|that) (?:meets?|have|has|satisf(?:y|ies))|when|if|meeting)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Conditioned();

    [GeneratedRegex(@"^(?:all |any |a |the )?(?:requests?|claims?|orders?|coverage|authorizations?|(?:medical )?necessity|reimbursement|benefits)(?: requests?)? (?:for|of) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    /// <summary>"The following …", "All of the following …".</summary>
    public static bool IsFollowing(string phrase) => Split(phrase).FirstOrDefault(w => !Before.Contains(w)) is "following" or "below";

    private static bool NamesService(string words) =>
        Split(words) is var all && !all.Any(Parts.Contains) && !all.All(Paperwork.Contains) && !(all.Length <= 3 && all.Any(ShortParts.Contains)) && StanceLabels.Read(words).Count == 0 && LinesOfBusiness.OfLabel(words) is null;

    /// <summary>"Unless otherwise stated, X", "Effective March 16, 2018, X".</summary>
    private static bool Introduces(string phrase) =>
        phrase.Split(' ', 3) is [var first, var second, ..] && (first.ToLowerInvariant() switch
        {
            "unless" or "where" or "among" or "except" or "because" or "since" or "while" or "although" or "under" or "effective" or "regardless" or "regarding" or "once" or "to" or "based" => true,
            "in" => second.ToLowerInvariant() is "regards" or "patients" or "individuals" or "members" or "adults" or "children" or "women" or "men" or "persons" or "cases" or "the" or "some" or "certain",
            _ => false,
        });

    /// <summary>The first comma that ends a clause: not the one inside a date or a number.</summary>
    private static int Comma(string phrase)
    {
        int at = phrase.IndexOf(", ", StringComparison.Ordinal);
        while (at > 0 && at + 2 < phrase.Length && char.IsAsciiDigit(phrase[at + 2])) at = phrase.IndexOf(", ", at + 2, StringComparison.Ordinal);
        return at;
    }

    /// <summary>Whether "the following …" goes on to say of what: "the following uses of X".</summary>
    private static bool Narrows(string[] words, int from) => words.Skip(from).Any(w => w is "of" or "for");

    /// <summary>Whether nothing particular follows a pointer: "these", "this test", "such rare cases", "this test involves …, but".</summary>
    private static bool IsGeneric(string[] words, int from)
    {
        if (from >= words.Length) return true;
        int noun = Array.FindIndex(words, from, Math.Min(3, words.Length - from), Generic.Contains);
        return noun >= 0 && (noun + 1 >= words.Length || !Narrowing.Contains(words[noun + 1]));
    }

    private static string[] Split(string words) => words.ToLowerInvariant().Split([' ', ',', '/', '.', ':'], StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
