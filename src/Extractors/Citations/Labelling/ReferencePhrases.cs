namespace Ingest.Extractors.Citations.Labelling;

/// <summary>What marks the ground in a reference: the nearest one on each side tells where a token stands better than its distance from the ends.</summary>
internal enum Cue : byte
{
    None, In, Editor, Volume, Issue, Page, Genre, Publisher, Place, Container, Journal, Year, Number, QuoteOpen, QuoteClose, Address, Note, University, Edition, EtAl,
}

/// <summary>Where a token stands among the phrases of its reference. Numbers are bucketed to be features.</summary>
internal struct PhrasePlace
{
    /// <summary>Keys of the first word of this phrase, of the next one, and of the last word of the one before.</summary>
    public ulong First, NextFirst, BeforeLast;

    /// <summary>What this phrase, the one before and the next two look like.</summary>
    public byte Kind, KindBefore, KindAfter, KindAfter2;

    public byte Length, Into, Left;

    public WordClasses Classes, ClassesAfter;

    public Cue CueBefore, CueAfter;

    /// <summary>Ends of phrases between the token and the cue, 0 to 3.</summary>
    public byte CueBeforeSteps, CueAfterSteps;

    /// <summary>A bit for each cue that stands anywhere before, or anywhere after, the token.</summary>
    public uint CuesBefore, CuesAfter;
}

/// <summary>
/// Phrases: what stands between commas, stops and the like. A stop after initials or an abbreviation before a number ends none.
/// </summary>
internal static class ReferencePhrases
{
    private const int MostSteps = 3;

    public static void Fill(ReadOnlySpan<TokenFacets> facets, ReadOnlySpan<TokenPlace> places, Span<PhrasePlace> into)
    {
        Phrases(facets, into);
        Cues(facets, places, into);
    }

    private static bool Ends(ReadOnlySpan<TokenFacets> facets, int i)
    {
        if (i + 1 >= facets.Length) return true;
        ref readonly TokenFacets here = ref facets[i], next = ref facets[i + 1];
        if (next.Start is '(' or '[' or '"') return true;
        return here.End switch
        {
            ',' or ';' or ':' or '?' or '!' or '"' or ')' or ']' => true,
            '.' => !(here.IsInitials && next.Kind is TokenForm.Initials or TokenForm.Capitalised or TokenForm.Hyphenated)
                && !((here.Classes & (WordClasses.Volume | WordClasses.Issue | WordClasses.Page)) != WordClasses.None && next.IsNumeric)
                && next.Kind != TokenForm.Lower,
            _ => here.Kind == TokenForm.Mark,
        };
    }

    private static void Phrases(ReadOnlySpan<TokenFacets> facets, Span<PhrasePlace> into)
    {
        int from = 0, before = -1;
        for (int i = 0; i < facets.Length; i++)
        {
            if (!Ends(facets, i)) continue;
            int length = i - from + 1;
            ReadOnlySpan<TokenFacets> phrase = facets.Slice(from, length);
            byte kind = KindOf(phrase);
            var classes = WordClasses.None;
            foreach (ref readonly TokenFacets f in phrase) classes |= f.Classes;
            for (int t = from; t <= i; t++)
            {
                ref PhrasePlace place = ref into[t];
                place.First = facets[from].Word;
                place.Kind = kind;
                place.Length = (byte)(length <= 4 ? length : length <= 7 ? 5 : length <= 12 ? 6 : 7);
                place.Into = (byte)Math.Min(t - from, 2);
                place.Left = (byte)Math.Min(i - t, 2);
                place.Classes = classes;
                place.NextFirst = i + 1 < facets.Length ? facets[i + 1].Word : 0;
                if (before < 0) continue;
                place.BeforeLast = facets[from - 1].Word;
                place.KindBefore = into[from - 1].Kind;
            }
            if (before >= 0)
            {
                for (int t = before; t < from; t++) (into[t].KindAfter, into[t].ClassesAfter) = (kind, classes);
            }
            before = from;
            from = i + 1;
        }
        byte after = 0, after2 = 0;
        for (int i = facets.Length - 1; i >= 0; i--)
        {
            if (i + 1 < facets.Length && into[i].Left == 0) (after, after2) = (into[i + 1].Kind, after);
            into[i].KindAfter2 = after2;
        }
    }

    private static byte KindOf(ReadOnlySpan<TokenFacets> phrase)
    {
        int lower = 0, capital = 0, initials = 0, numbers = 0, years = 0;
        var classes = WordClasses.None;
        foreach (ref readonly TokenFacets f in phrase)
        {
            classes |= f.Classes;
            switch (f.Kind)
            {
                case TokenForm.Lower: lower++; break;
                case TokenForm.Initials or TokenForm.EtAl: initials++; break;
                case TokenForm.Year or TokenForm.BracketedYear: years++; break;
                case TokenForm.Url or TokenForm.Doi: return 1;
                case TokenForm.Capitalised or TokenForm.Capitals or TokenForm.Hyphenated or TokenForm.Mixed: capital++; break;
                default: if (f.IsNumeric) numbers++; break;
            }
        }
        bool few = phrase.Length <= 5;
        if (phrase[0].Kind != TokenForm.Outside && phrase[0].IsIn && phrase.Length > 1) return few ? (byte)2 : (byte)3;
        if (few && (classes & WordClasses.Editor) != WordClasses.None) return 4;
        if (few && numbers > 0 && (classes & WordClasses.Page) != WordClasses.None) return 5;
        if (few && numbers > 0 && (classes & (WordClasses.Volume | WordClasses.Issue)) != WordClasses.None) return 6;
        if (years > 0 && few) return lower + capital == 0 ? (byte)7 : (byte)8;
        if (numbers > 0 && lower + capital == 0) return numbers == 1 ? (byte)9 : (byte)10;
        if (initials > 0 && lower == 0 && numbers == 0) return capital == 0 ? (byte)11 : capital == 1 ? (byte)12 : (byte)13;
        if (few && lower <= 1 && (classes & WordClasses.Imprint) != WordClasses.None) return 14;
        if (few && lower <= 1 && (classes & (WordClasses.City | WordClasses.Place)) != WordClasses.None) return 15;
        if (few && lower <= 1 && (classes & WordClasses.Publisher) != WordClasses.None) return 16;
        if ((classes & WordClasses.Container) != WordClasses.None && lower <= capital) return few ? (byte)17 : (byte)18;
        if (few && capital > 0 && (classes & WordClasses.Given) != WordClasses.None) return 19;
        if (lower == 0) return capital == 1 ? (byte)20 : capital <= 3 ? (byte)21 : (byte)22;
        if (few) return capital == 0 ? (byte)23 : (byte)24;
        return numbers > 0 ? (byte)25 : lower > capital ? (byte)26 : (byte)27;
    }

    private static Cue CueOf(in TokenFacets f, in TokenPlace place, bool phraseStarts)
    {
        if (place.Journal != 0) return Cue.Journal;
        if (f.IsIn && phraseStarts) return Cue.In;
        switch (f.Kind)
        {
            case TokenForm.Year or TokenForm.BracketedYear: return Cue.Year;
            case TokenForm.Url or TokenForm.Doi: return Cue.Address;
            case TokenForm.EtAl: return Cue.EtAl;
        }
        if (f.IsNumeric) return Cue.Number;
        if (f.Start == '"' && f.End != '"') return Cue.QuoteOpen;
        if (f.End == '"' && f.Start != '"') return Cue.QuoteClose;
        WordClasses c = f.Classes;
        if (c == WordClasses.None) return Cue.None;
        if ((c & WordClasses.Editor) != WordClasses.None) return Cue.Editor;
        if ((c & WordClasses.Imprint) != WordClasses.None && f.Kind != TokenForm.Lower) return Cue.Publisher;
        if ((c & (WordClasses.City | WordClasses.Place)) != WordClasses.None && f.Kind != TokenForm.Lower) return Cue.Place;
        if ((c & WordClasses.Page) != WordClasses.None) return Cue.Page;
        if ((c & WordClasses.Volume) != WordClasses.None) return Cue.Volume;
        if ((c & WordClasses.Issue) != WordClasses.None) return Cue.Issue;
        if ((c & WordClasses.Container) != WordClasses.None && f.Kind != TokenForm.Lower) return Cue.Container;
        if ((c & WordClasses.Publisher) != WordClasses.None && f.Kind != TokenForm.Lower) return Cue.Publisher;
        if ((c & WordClasses.Edition) != WordClasses.None) return Cue.Edition;
        if ((c & WordClasses.Genre) != WordClasses.None) return Cue.Genre;
        if ((c & WordClasses.Note) != WordClasses.None && f.Kind != TokenForm.Lower) return Cue.Note;
        return (c & WordClasses.Society) != WordClasses.None && f.Kind != TokenForm.Lower ? Cue.University : Cue.None;
    }

    private static void Cues(ReadOnlySpan<TokenFacets> facets, ReadOnlySpan<TokenPlace> places, Span<PhrasePlace> into)
    {
        Span<Cue> cues = facets.Length <= 256 ? stackalloc Cue[facets.Length] : new Cue[facets.Length];
        Cue near = Cue.None;
        int steps = 0;
        uint seen = 0;
        for (int i = 0; i < facets.Length; i++)
        {
            (into[i].CueBefore, into[i].CueBeforeSteps, into[i].CuesBefore) = (near, (byte)steps, seen);
            Cue cue = cues[i] = CueOf(facets[i], places[i], i > 0 && into[i].Into == 0);
            if (cue is not Cue.None)
            {
                (near, steps) = (cue, 0);
                seen |= 1u << (int)cue;
            }
            if (into[i].Left == 0 && steps < MostSteps) steps++;
        }
        (near, steps, seen) = (Cue.None, 0, 0);
        for (int i = facets.Length - 1; i >= 0; i--)
        {
            if (into[i].Left == 0 && steps < MostSteps) steps++;
            (into[i].CueAfter, into[i].CueAfterSteps, into[i].CuesAfter) = (near, (byte)steps, seen);
            if (cues[i] is Cue.None) continue;
            (near, steps) = (cues[i], 0);
            seen |= 1u << (int)cues[i];
        }
    }
}
