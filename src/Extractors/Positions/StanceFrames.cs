using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>
/// The shapes of phrase in which a payer takes a stance. Each names what it can: <c>subject</c>, <c>neg</c> (negation of the verb),
/// <c>rel</c> (the phrase only qualifies a noun), <c>agent</c> (who takes the stance), <c>list</c> (the stances).
/// </summary>
internal static partial class StanceFrames
{
    private const string Adverbs =
        "(?:(?:also|always|[a-z]+ly|therefore|thus|hence|still|both|now|either|hereby|further|otherwise|each|only|to be|being) )";

    private const string Judged = "(?:considered|deemed|regarded|viewed|determined|classified|designated|judged|found|thought|felt|defined|treated|established(?= (?:as|to be) ))";

    private const string Modal = "(?:may|might|can|could|will|would|should|must|shall)";

    /// <summary>"X is (not) considered Y", "X may be Y", "X are Y and will not be Z".</summary>
    [GeneratedRegex(
        $@"(?:\b(?<rel>that|which|who|they) )?(?:\b(?<modal>{Modal}|cannot) )?(?:(?<neg>not|never|no longer) )?\b(?<be>is|are|was|were|be|been|remains?|constitutes?) {Adverbs}{{0,3}}(?:(?<neg>not|no longer|never)(?= {Judged}) )?{Adverbs}{{0,2}}(?:(?<judged>{Judged}) )?(?:by [^,;.]{{2,40}}? )?(?:(?:to be|as being|as) )?{StanceWords.List}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Predicate();

    /// <summary>Headings and lead-ins without a verb: "Considered not medically necessary:", "X considered investigational".</summary>
    [GeneratedRegex(
        $@"(?:\b(?<rel>that|which|who) )?(?<!\b(?:is|are|be|been|was|were|being|also|generally|currently|either|both|often|to) |\b(?:not|never|no longer|nor) (?:\w+ly )?)\b(?<judged>considered|deemed) (?:to be )?{StanceWords.List}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Participle();

    /// <summary>The verbs of <see cref="Judgement"/>: a cheap look before that frame, whose long gap costs most where no such verb is.</summary>
    [GeneratedRegex(@"\b(?:consider|deem|regard|view|treat|classif|recogni[sz]e|den(?:y|ies)\b|(?:has|have) determined)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex JudgementVerb();

    /// <summary>"We consider X (to be) Y", "the plan will treat X as Y".</summary>
    [GeneratedRegex(
        $@"(?<agent>[^,;:]{{0,80}}?)\b(?<neg>(?:does|do|will|would) not )?(?:consider|considers|deems?|regards?|views?|treats?|classif(?:y|ies)|recognizes?|den(?:y|ies)|(?:has|have) determined(?: that)?) (?<subject>[^;]{{2,700}}?) (?:(?:(?<tobe>to be|as being|as)|is|are) )?{StanceWords.List}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Judgement();

    /// <summary>"X meets the definition of medical necessity", "X does not meet coverage criteria".</summary>
    [GeneratedRegex(
        @"(?:\b(?<rel>that|which|who|to|if they|they) )?(?:\b(?:may|will|can|should|would|could) )?(?:(?<neg>(?:do|does|did|will|would|may|can) ?not|not|fails? to) )?\b(?:be considered to )?(?:meets?|satisf(?:y|ies)) (?:[a-z']+ ){0,4}?(?:(?:definitions?|standards?|requirements?|criteria) (?:of|for) (?:a )?)?(?:(?<need>medical(?:ly)? necess(?:ity|ary))|(?<cover>coverage|payment(?: determination)?))\b(?: (?:criteria|requirements?|definition|guidelines))?(?! determination)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Meets();

    /// <summary>"We cover X", "The plan does not cover X", "the plan provides no coverage for X".</summary>
    [GeneratedRegex(
        @"(?:\b(?<rel>that|which|who) )?(?<agent>(?:\b[A-Z][\w.&'-]* ){1,6}|\b(?:[Tt]he|[Tt]his|[Oo]ur|[Hh]ealth) (?:[Pp]lan|[Cc]ompany|[Pp]rogram) |\b[Ww]e )(?:also |only |will |may |can |generally )*(?<neg>(?:do|does|will|would|shall|can) not |no longer |cannot )?(?:also |only |generally )?(?:covers?|reimburses?(?: for)?|pays? for|(?<exclude>excludes(?: coverage (?:for|of))?)|authorizes?(?: coverage (?:of|for))?|(?:provides?|offers?|allows?) (?<neg>no )?(?:coverage|benefits|reimbursement|payment) (?:for|of)) (?<subject>[^.;:]{3,300})",
        RegexOptions.CultureInvariant)]
    public static partial Regex Covers();

    /// <summary>"Coverage for X will be provided when", "No benefits are payable for X", "There is no coverage for X"; <c>grant</c>: only under conditions.</summary>
    [GeneratedRegex(
        @"(?:\b(?<neg>no) )?\b(?:coverage(?: eligibility)?|reimbursement|payment|benefits?|(?<grant>(?:initial |continued |prior )?(?:authorization|approval)))(?: (?:for|of) (?<subject>[^.;:]{2,200}?))? (?:is|are|(?:will|may|shall|can) (?<neg>not )?be|can(?<neg>not) be) (?<neg>not )?(?:only )?(?:(?<give>provided|available|considered|allowed|approved|granted|extended|payable|made|issued|given)|(?<exclude>excluded|denied)|(?<limit>limited|restricted)(?= to ))\b(?:(?: only)? (?:for|(?<=limited |restricted )to) (?<object>[^.;:]{2,200}))?|\bthere (?:is|are|will be) (?<neg>no) (?:coverage|benefits?|reimbursement) (?:for|available for) (?<subject>[^.;:]{2,200})|\b(?<limit>approval is recommended for) (?<subject>[^.;:]{2,200})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Coverage();

    /// <summary>"X may be considered for coverage when", "X qualifies for coverage", "Members qualify for coverage of X".</summary>
    [GeneratedRegex(
        @"\b(?:(?:may|will|can|do|does) )?(?<neg>not )?(?:(?:be |is |are )(?<neg>not )?(?:only )?(?:considered|recommended)|qualif(?:y|ies)) for (?:coverage|approval|authorization|reimbursement|payment|benefits)\b(?: (?:of|for) (?<object>[^.;:]{2,200}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Qualifies();

    /// <summary>"Members may (not) be eligible under the plan for X".</summary>
    [GeneratedRegex(
        @"\b(?:members?|individuals?|patients?|beneficiar(?:y|ies)) (?:(?:may|are|is|will|can) )(?<neg>not )?(?:be )?eligible (?:under (?:the|their) (?:plan|benefit|policy) )?(?<under>for) (?<subject>[^.;:]{3,300})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Eligible();

    /// <summary>"Prior authorization is required for X", "We require precertification", "Precertification: Required".</summary>
    [GeneratedRegex(
        $@"(?:(?:\b(?<neg>no) )?\b(?:{Prior})|^authorization)\b(?: by [^.;:]{{2,30}}?| (?:for|of) (?<subject>[^.;:]{{2,160}}?))? (?:is|are|will be|must be|shall be|is/are) (?<neg>not )?(?:(?:also|always|generally|strongly) )?(?:required|recommended|needed|necessary|obtained|mandatory)\b(?: for (?<subject>[^.;:]{{2,160}}))?|(?:\b(?<rel>that|which|who|may|might|not|imply|implies|whether) )?\b(?<neg>(?:do|does) not )?(?:requires?|recommends?) (?:{Prior})\b(?: (?:for|of) (?<subject>[^.;:]{{2,160}}))?|\bmust (?:be )?(?:prior[- ]?authorized|pre-?authorized|pre-?certified|obtain (?:{Prior})|receive (?:{Prior}))|\b(?:{Prior})(?: requirements?)?[ :–-]{{1,3}}(?<neg>not )?required\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex PriorApproval();

    private const string Prior =
        @"(?:prior|advance|pre-?service) (?:authorization|approval|notification|plan approval)|pre-?authorization|pre-?certification|pre-?certification/pre-?authorization|prior-authorization|preapproval|PA";

    /// <summary>"The plan follows NCD 20.28 for X", "Follow FEP guidelines", "reviewed using InterQual criteria", "refer to LCD L1".</summary>
    [GeneratedRegex(
        $@"(?:\b(?<rel>that|which|who|should|must|should be|must be|patients|members|individuals|providers|practitioners|clinicians|physicians|to) )?\b(?<verb>follow(?:s|'s)?|adheres? to|compl(?:y|ies) with|defers?(?:red)? to|utilizes?|uses|governed by|(?:reviewed|evaluated|determined|managed|covered) (?:using|per|under|by|against|in accordance with|according to|based on)|(?<see>refer(?:s)? to|see))\b(?<gap>[^.;]{{0,140}}?)\b(?<authority>{Authority})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Deferral();

    private const string Authority =
        @"NCDs?|LCDs?|LCAs?|CMS|Medicare (?:guidance|guidelines|coverage|criteria|national|local|manuals?|benefit policy)|Centers for Medicare|(?:national|local) coverage (?:determinations?|articles?)|administrative (?:rules?|code)|OARs?|FEP|federal employee program|SAO|InterQual|MCG(?! ?#? ?[0-9])|Milliman|eviCore|EPSDT|(?:state|federal|medicaid) (?:guidelines|mandates?|manuals?|criteria|regulations)|MassHealth";

    /// <summary>"When there is no NCD, the plan's own criteria will be applied": the decision is handed to other criteria.</summary>
    [GeneratedRegex(
        @"\b(?:coverage criteria|coverage guidelines|medical polic(?:y|ies)|necessity guidelines) (?:will be|are|is) (?:applied|used|utilized|followed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex OtherCriteria();

    /// <summary>"reviewed on a case-by-case basis", "managed on an individual basis", "under individual consideration".</summary>
    [GeneratedRegex(
        @"\b(?:considered|reviewed|evaluated|determined|managed|authorized|approved|made|addressed|granted|given|assessed|covered|requires?|subject to) (?:[a-z]+ ){0,3}?(?:case[- ]by[- ]case(?: basis)?|individual (?:basis|consideration|case|review)|individualized (?:basis|consideration|review)|individually)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex CaseByCase();

    /// <summary>"The safety and effectiveness of X have been established", "The medical necessity of X has not been established".</summary>
    [GeneratedRegex(
        @"\b(?:safety|effectiveness|efficacy|clinical utility|usefulness|(?<need>medical necessity))\b(?: (?:and|or) [a-z ]{3,30})?(?: (?:of|for) (?<subject>[^.;]{3,200}?))? (?:has|have) (?<neg>not )?been (?:established|demonstrated|proven)(?: for (?<subject>[^.;]{3,200}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Established();

    /// <summary>"These criteria must be met to satisfy coverage requirements", "for X to be covered, all of the following must be met".</summary>
    [GeneratedRegex(
        @"\bcriteria (?:[a-z]+ )?(?:must|should|need to|shall) be met (?:to satisfy|to obtain|(?:for|before|in order for|to be) [^.;:]{0,60}?(?:coverage|covered|approv|authoriz|medical necessity|benefits)(?:\w* of (?<subject>[^.;:]{3,200}))?)|\b(?:for (?<subject>[^,;:]{3,160}?) )?to be (?:(?:eligible|considered|approved) for (?:benefits|coverage|approval)|(?:considered |deemed )?(?:medically necessary|covered|reimbursed|authorized|approved)),? [^.;]{0,80}?(?:must|following)|\b(?:requests? for|all) (?<subject>[^.;:]{3,200}?) (?:is|are|will be) reviewed using (?:the following|these|the below) criteria|\bmust meet (?:all|any|one|both|each|the) [^.;:]{0,60}?criteria (?:for|to be) (?:coverage|covered|approv|authoriz|eligible)\w*(?: (?:of|for) (?<subject>[^.;:]{3,200}))?|\b(?:approval|authorization|coverage) (?:of|for) (?<subject>[^.;:]{3,160}?) requires (?:that )?(?:all|any|one|both|each|the following|documentation)|\bmedical necessity (?:of|for) (?<subject>[^.;:]{3,160}?) (?:is|will be) (?:determined|evaluated|established|based) (?:by|on|using|with|through) (?:the|these|all|any)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex CriteriaDecide();
}
