using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>Where a token stands within its reference. Numbers are bucketed to be features.</summary>
internal struct TokenPlace
{
    /// <summary>Which sentence, 0 to 7, and what that sentence looks like.</summary>
    public ulong Sentence, SentenceKind, SentenceLength, NextSentenceForm, IntoSentence, LeftInSentence, KindBefore, KindAfter;

    public ulong ClauseNextForm, ClauseLength;

    /// <summary>1 in quotes, 2 in brackets, 4 after a year, 8 after a volume with pages, 16 after an address.</summary>
    public ulong Flags;

    /// <summary>1 at the first, 2 inside, 3 at the last token of a known journal's name; 0 elsewhere.</summary>
    public ulong Journal;
}

/// <summary>Sentences and clauses of a reference, and what the whole of it looks like.</summary>
internal static class ReferenceLayout
{
    private const int Most = 7;

    /// <summary>Fills the places, which are cleared before, and tells the style of the whole.</summary>
    /// <returns>Bits: 1 an early year in brackets, 2 quotation marks, 4 initials without stops, 8 an address, 16 a leading number.</returns>
    public static ulong Fill(string text, IReadOnlyList<SourceSpan> tokens, ReadOnlySpan<TokenFacets> facets, Span<TokenPlace> places)
    {
        Flag(text, tokens, facets, places);
        Sentences(facets, places);
        Clauses(facets, places);
        JournalRuns(facets, places);
        return StyleOf(facets);
    }

    /// <summary>Whether a sentence ends with the token: a stop that is no abbreviation's, before what can begin a sentence.</summary>
    private static bool EndsSentence(ReadOnlySpan<TokenFacets> facets, int i)
    {
        if (i + 1 >= facets.Length) return true;
        ref readonly TokenFacets here = ref facets[i], next = ref facets[i + 1];
        if (here.End is '?' or '!') return true;
        if (here.End is not '.' and not '"') return false;
        if (here.End == '"') return true;
        if (next.Kind is TokenForm.Lower or TokenForm.And or TokenForm.EtAl or TokenForm.Mark) return false;
        if (here.Kind == TokenForm.EtAl) return true;
        const WordClasses Abbreviated = WordClasses.Volume | WordClasses.Issue | WordClasses.Page | WordClasses.Editor;
        if ((here.Classes & Abbreviated) != WordClasses.None && next.IsNumeric) return false;
        // "Smith, J. A. Title" breaks after the last initial only; initials without stops ("Smith JA. Title") always end the list.
        return here.Kind != TokenForm.Initials || next.Kind != TokenForm.Initials;
    }

    private static void Sentences(ReadOnlySpan<TokenFacets> facets, Span<TokenPlace> places)
    {
        int from = 0, sentence = 0;
        ulong kindBefore = 0;
        for (int i = 0; i < facets.Length; i++)
        {
            if (!EndsSentence(facets, i)) continue;
            int length = i - from + 1;
            ulong kind = KindOf(facets.Slice(from, length)), next = i + 1 < facets.Length ? facets[i + 1].Form : 0;
            for (int t = from; t <= i; t++)
            {
                ref TokenPlace place = ref places[t];
                place.Sentence = (ulong)Math.Min(sentence, Most);
                place.SentenceKind = kind;
                place.SentenceLength = Bucket(length);
                place.NextSentenceForm = next;
                place.IntoSentence = (ulong)Math.Min(t - from, 3);
                place.LeftInSentence = (ulong)Math.Min(i - t, 3);
                place.KindBefore = kindBefore;
            }
            for (int t = from - 1; t >= 0 && places[t].Sentence == (ulong)Math.Min(sentence - 1, Most) && places[t].KindAfter == 0; t--) places[t].KindAfter = kind;
            kindBefore = kind;
            from = i + 1;
            sentence++;
        }
    }

    private static ulong KindOf(ReadOnlySpan<TokenFacets> sentence)
    {
        int lower = 0, capital = 0, initials = 0, numbers = 0, years = 0, addresses = 0, commas = 0, notes = 0;
        foreach (ref readonly TokenFacets f in sentence)
        {
            switch (f.Kind)
            {
                case TokenForm.Lower: lower++; break;
                case TokenForm.Initials or TokenForm.EtAl: initials++; break;
                case TokenForm.Year or TokenForm.BracketedYear: years++; break;
                case TokenForm.Url or TokenForm.Doi: addresses++; break;
                case TokenForm.Capitalised or TokenForm.Capitals or TokenForm.Hyphenated or TokenForm.Mixed: capital++; break;
                default: if (f.IsNumeric) numbers++; break;
            }
            if (f.End == ',') commas++;
            if ((f.Classes & WordClasses.Note) != WordClasses.None) notes++;
        }
        if (addresses > 0) return 1;
        if (initials > 0 && initials * 4 >= sentence.Length && lower * 6 <= sentence.Length) return numbers + years > 1 ? 2u : 3u;
        if (years > 0 && numbers > 1) return capital > 0 ? 4u : 5u;
        if (years > 0) return lower > 3 ? 6u : notes > 0 ? 7u : capital > 0 ? 8u : 9u;
        if (numbers > 1) return lower > 3 ? 10u : capital > 0 ? 11u : 12u;
        if (notes > 0 && sentence.Length <= 6) return 13;
        if (lower == 0) return capital <= 5 ? 14u : 15u;
        return sentence.Length <= 4 ? 16u : lower * 2 >= sentence.Length ? 17u : 18u;
    }

    private static void Clauses(ReadOnlySpan<TokenFacets> facets, Span<TokenPlace> places)
    {
        int from = 0;
        for (int i = 0; i < facets.Length; i++)
        {
            if (i + 1 < facets.Length && facets[i].End == '\0') continue;
            ulong next = i + 1 < facets.Length ? facets[i + 1].Form : 0, length = Bucket(i - from + 1);
            for (int t = from; t <= i; t++) (places[t].ClauseNextForm, places[t].ClauseLength) = (next, length);
            from = i + 1;
        }
    }

    private static void Flag(string text, IReadOnlyList<SourceSpan> tokens, ReadOnlySpan<TokenFacets> facets, Span<TokenPlace> places)
    {
        ulong after = 0;
        int depth = 0;
        bool quoted = false;
        for (int i = 0; i < facets.Length; i++)
        {
            ref readonly TokenFacets f = ref facets[i];
            foreach (char c in tokens[i].In(text))
            {
                if (c is '(' or '[') depth++;
                else if (c is ')' or ']') depth = Math.Max(0, depth - 1);
            }
            if (f.Start == '"' && f.End != '"') quoted = true;
            places[i].Flags = after | (quoted || (f.Start == '"' && f.End == '"') ? 1u : 0) | (depth > 0 ? 2u : 0);
            if (f.End == '"' || tokens[i].In(text).IndexOfAny('”', '"') > 0) quoted = false;
            if (f.Kind is TokenForm.Year or TokenForm.BracketedYear) after |= 4;
            else if (f.Kind is TokenForm.Range or TokenForm.BracketedNumber) after |= 8;
            else if (f.Kind is TokenForm.Url or TokenForm.Doi) after |= 16;
        }
    }

    /// <summary>The longest run from the head of a sentence or clause that is a journal's name and ends at punctuation or before a number.</summary>
    private static void JournalRuns(ReadOnlySpan<TokenFacets> facets, Span<TokenPlace> places)
    {
        for (int i = 0; i < facets.Length; i++)
        {
            if (i > 0 && facets[i - 1].End == '\0' && (facets[i - 1].Classes & WordClasses.Container) == WordClasses.None && facets[i].Start == '\0') continue;
            if (facets[i].Kind is not (TokenForm.Capitalised or TokenForm.Capitals or TokenForm.Mixed or TokenForm.Initials or TokenForm.Hyphenated)) continue;
            int last = -1;
            ulong key = JournalNames.EmptyKey;
            for (int t = i; t < facets.Length && t < i + JournalNames.LongestName; t++)
            {
                if (facets[t].Kind != TokenForm.Mark) key = JournalNames.Extend(key, facets[t].Word);
                bool ends = t + 1 == facets.Length || facets[t].End != '\0' || facets[t + 1].IsNumeric || facets[t + 1].Kind == TokenForm.Month;
                if (ends && JournalNames.IsName(key)) last = t;
                if (facets[t].IsNumeric || facets[t].End is ';' or '?' or '"') break;
            }
            if (last < 0) continue;
            for (int t = i; t <= last; t++) places[t].Journal = t == last ? 3u : t == i ? 1u : 2u;
            i = last;
        }
    }

    private static ulong StyleOf(ReadOnlySpan<TokenFacets> facets)
    {
        ulong style = 0;
        int bare = 0;
        for (int i = 0; i < facets.Length; i++)
        {
            ref readonly TokenFacets f = ref facets[i];
            if (f.Kind == TokenForm.BracketedYear && i * 2 < facets.Length) style |= 1;
            if (f.Start == '"') style |= 2;
            if (f.Kind == TokenForm.Initials && f.End is ',' or '\0') bare++;
            if (f.Kind is TokenForm.Url or TokenForm.Doi) style |= 8;
        }
        if (bare > 0) style |= 4;
        if (facets.Length > 0 && facets[0].IsNumeric) style |= 16;
        return style;
    }

    private static ulong Bucket(int length) => length switch { <= 3 => (ulong)length, <= 5 => 4, <= 8 => 5, <= 12 => 6, <= 20 => 7, _ => 8 };
}
