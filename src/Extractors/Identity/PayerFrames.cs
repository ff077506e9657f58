using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Identity;

/// <summary>
/// The words around a capitalised name that tell a payer from a laboratory or a drug: what payers do ("… considers", "… reserves the right"), what they
/// have ("… members", "… medical policy") and what is said of them ("administered by …", "members of …"). Every frame is a kind of evidence of its own,
/// so that one sentence read wrongly names nobody.
/// </summary>
public static partial class PayerFrames
{
    /// <summary>What only a payer does or has.</summary>
    private static readonly FrozenSet<string> Strong = Set(
        "considers reserves reimburses member subscriber enrollee policyholder medical coverage clinical benefit commercial standard participating complies grievance");

    /// <summary>What others do too.</summary>
    private static readonly FrozenSet<string> Weak = Set("covers requires follows adopted administers makes plan product determination customer provider contract policy policies utilization");

    /// <summary>Words that a strong one needs after it to be one: a clinical trial and medical records are nobody's policy.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Second = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        ["medical"] = Set("policy policies director directors necessity management"),
        ["coverage"] = Set("policy policies criteria guideline guidelines"),
        ["clinical"] = Set("policy policies coverage criteria"),
        ["benefit"] = Set("plan plans contract contracts booklet"),
        ["standard"] = Set("benefit plan plans"),
        ["commercial"] = Set("plan plans members products and benefit"),
        ["reserves"] = Set("the its"),
        ["makes"] = Set("no"),
        ["complies"] = Set("with"),
        ["requires"] = Set("prior preauthorization authorization precertification notification that"),
        ["follows"] = Set("the cms medicare guidance"),
        ["utilization"] = Set("management review"),
        ["customer"] = Set("service services"),
        ["participating"] = Set("provider providers pharmacy physicians"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Auxiliaries = Set("will does do may shall has have can to");

    private static readonly FrozenSet<string> Acts = Set("cover consider reimburse deny authorize pay treat adopted");

    /// <summary>What laboratories and manufacturers do as well.</summary>
    private static readonly FrozenSet<string> CommonActs = Set("provide notify update review developed established determined determine");

    /// <summary>Two words before a name, and what they weigh.</summary>
    private static readonly FrozenDictionary<string, double> Before = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["administered by"] = 3, ["underwritten by"] = 3, ["insured by"] = 3, ["issued by"] = 3, ["offered by"] = 1, ["affiliated with"] = 3, ["members of"] = 3, ["subscribers of"] = 3,
        ["policy of"] = 3, ["policies of"] = 3, ["behalf of"] = 2, ["agents of"] = 3, ["employees of"] = 2, ["permission from"] = 3, ["permission of"] = 3, ["enrolled in"] = 0.5,
        ["insurance through"] = 3, ["coverage through"] = 3, ["coverage by"] = 2, ["reimbursement by"] = 2, ["by your"] = 3, ["under your"] = 3, ["by all"] = 2, ["determined by"] = 1,
        ["covered by"] = 2, ["considered by"] = 1, ["reviewed by"] = 1, ["approved by"] = 1, ["adopted by"] = 2, ["developed by"] = 1, ["created by"] = 1, ["provided by"] = 1,
        ["applies to"] = 2, ["only to"] = 1, ["applicable to"] = 2, ["submitted to"] = 1, ["contact the"] = 1, ["used by"] = 1, ["authorization from"] = 3, ["approval from"] = 1,
        ["property of"] = 1, ["all other"] = 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words with a capital that only begin the sentence.</summary>
    private static readonly FrozenSet<string> Openers = Set(
        "the a an all our your this these those for contact please see refer to when if in at under by most some any each certain and or of visit call additionally however " +
        "once because since while where although both through upon per as with about not only other current note according effective unless should must may further also");

    // A tab parts cells.
    [GeneratedRegex(@"[A-Z][\w&’'®™-]*(?:,?[ \u00A0\n](?:(?:and|of|&|the)[ \u00A0\n]){0,2}(?:[A-Z][\w&’'®™-]*|Inc\.?)){0,7}", RegexOptions.CultureInvariant)]
    private static partial Regex Run();

    /// <summary>A short name in brackets parts a name from its verb.</summary>
    [GeneratedRegex(@"^\s?\([^)]{2,20}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(?<!Inc|LLC|Ltd),(?!\s(?:Inc|LLC|Ltd)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\G['’]?s?\s?[®™]?\s?\(\s?(?:[“""']?(?:the\s)?(?:Plan|Company|Companies|Health Plan|we|us)\b|collectively|hereinafter|referred to)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Renamed();

    public static IEnumerable<PayerMention> In(string text, SourceSpan block)
    {
        foreach (Match run in Run().EnumerateSlice(text, block))
        {
            SourceSpan whole = new(run.Index, run.Index + run.Length), first = whole, last = whole;
            foreach (Match comma in Comma().Matches(run.Value).Cast<Match>())
            {
                if (first == whole) first = new(whole.Start, whole.Start + comma.Index);
                last = new SourceSpan(whole.Start + comma.Index + 1, whole.End).Trim(text);
            }
            if (BeforeName(text, block, first) is { Weight: > 0 } said) yield return said;
            if (AfterName(text, block, WithoutOpeners(text, last)) is { } acts) yield return acts;
        }
    }

    private static PayerMention? BeforeName(string text, SourceSpan block, SourceSpan name)
    {
        // A committee that approves is the payer's own.
        if (text.AsSpan(name.Start, name.Length).EndsWith("Committee", StringComparison.OrdinalIgnoreCase)
            && PayerNames.Clean(name.Slice(text)) is { } named && PayerNames.LooksLikePayer(named)) return new(name, 3, "committee");
        string before = text[Math.Max(block.Start, name.Start - 40)..name.Start].ToLowerInvariant();
        string[] words = before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is [.., _, _, "the"]) words = words[..^1];
        return words.Length > 1 && Before.TryGetValue(words[^2] + " " + words[^1], out double weight) ? new(name, weight, "said: " + words[^2] + " " + words[^1]) : null;
    }

    private static PayerMention? AfterName(string text, SourceSpan block, SourceSpan name)
    {
        if (name.IsEmpty) return null;
        if (Renamed().IsMatch(text, name.End)) return new(name, 3, "renamed");
        // "… Health Plan Medical Policy": what a payer has may be capitalised and so be part of the run.
        SourceSpan who = name;
        string[] inside = PayerNames.Words(name.Slice(text));
        for (int i = 1; i + 1 < inside.Length; i++)
        {
            if (!Strong.Contains(inside[i]) || !Fits(inside[i], inside[i + 1])) continue;
            int at = text.IndexOf(inside[i], name.Start, name.Length, StringComparison.OrdinalIgnoreCase);
            if (at <= name.Start) break;
            who = new SourceSpan(name.Start, at).Trim(text);
            return new(who, 2, "has: " + inside[i]);
        }
        string after = Bracket().Replace(text[name.End..Math.Min(block.End, name.End + 60)], "").TrimStart('’', '\'', '®', '™');
        if (after.StartsWith("s ", StringComparison.Ordinal)) after = after[2..];
        string[] words = [.. after.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(4).Select(Plain)];
        if (words.Length == 0 || after.Length > 0 && !char.IsWhiteSpace(after[0]) && !char.IsLetter(after[0])) return null;
        string next = words[0], second = words.Length > 1 ? words[1] : "";
        if (Auxiliaries.Contains(next) && words.Skip(1).FirstOrDefault(Acts.Contains) is { } act) return new(who, 2, "acts: " + act);
        if (Auxiliaries.Contains(next) && words.Skip(1).FirstOrDefault(CommonActs.Contains) is { } common) return new(who, 1, "acts: " + common);
        if (next == "reserves" && Fits(next, second)) return new(who, 3, "reserves");
        if (next == "complies" && second == "with") return new(who, 4, "civil rights");
        if (Strong.Contains(next) && Fits(next, second)) return new(who, next == "considers" && PayerNames.IsInsurer(who.Slice(text)) ? 4 : 2, "has: " + next);
        return Weak.Contains(next) && Fits(next, second) ? new(who, 1, "has: " + next) : null;
    }

    /// <summary>Lower case, without the marks of sentence, possession and plural.</summary>
    private static string Plain(string word)
    {
        string plain = word.ToLowerInvariant().TrimEnd('.', ',', ';', ':', '’', '\'').Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal);
        return plain is "members" or "subscribers" or "enrollees" or "policyholders" or "plans" or "products" or "providers" or "contracts" ? plain[..^1] : plain;
    }

    private static bool Fits(string word, string next) => !Second.TryGetValue(word, out FrozenSet<string>? needed) || needed.Contains(next) || needed.Contains(next + "s");

    private static SourceSpan WithoutOpeners(string text, SourceSpan run)
    {
        int start = run.Start;
        while (start < run.End)
        {
            int end = start;
            while (end < run.End && !char.IsWhiteSpace(text[end])) end++;
            if (!Openers.Contains(text[start..end].ToLowerInvariant())) break;
            start = end;
            while (start < run.End && char.IsWhiteSpace(text[start])) start++;
        }
        return new(start, run.End);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
