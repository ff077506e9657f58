using System.Buffers;
using System.Numerics;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>
/// Features of the tokens of a reference: the word, its form, what stands round it, and where in the reference it stands. Any change here
/// changes <see cref="Schema"/> and asks for a new model.
/// </summary>
public static class ReferenceFeatures
{
    public const string Schema = "reference-tokens-2";

    /// <summary>Kinds of step between tokens: by the punctuation that the step goes over.</summary>
    public const int Edges = 8;

    private static readonly Templates T = new();

    /// <summary>Fills <paramref name="into"/>, which is cleared first, with an item for each token.</summary>
    public static void Fill(string text, IReadOnlyList<SourceSpan> tokens, FeatureSequence into)
    {
        into.Clear();
        int count = tokens.Count;
        TokenFacets[] facetRoom = ArrayPool<TokenFacets>.Shared.Rent(count);
        TokenPlace[] placeRoom = ArrayPool<TokenPlace>.Shared.Rent(count);
        PhrasePlace[] phraseRoom = ArrayPool<PhrasePlace>.Shared.Rent(count);
        Span<TokenFacets> facets = facetRoom.AsSpan(0, count);
        Span<TokenPlace> places = placeRoom.AsSpan(0, count);
        Span<PhrasePlace> phrases = phraseRoom.AsSpan(0, count);
        places.Clear();
        phrases.Clear();
        for (int i = 0; i < count; i++) facets[i] = TokenFacets.Of(text, tokens[i]);
        ulong style = ReferenceLayout.Fill(text, tokens, facets, places);
        ReferencePhrases.Fill(facets, places, phrases);
        for (int i = 0; i < count; i++)
        {
            into.NextItem(i == 0 ? (byte)0 : Edge(facets[i - 1], facets[i]));
            AddOwn(facets[i], into);
            AddNeighbours(facets, i, into);
            AddPlace(facets, places, style, i, into);
            AddPhrase(facets, phrases, i, into);
        }
        ArrayPool<TokenFacets>.Shared.Return(facetRoom);
        ArrayPool<TokenPlace>.Shared.Return(placeRoom);
        ArrayPool<PhrasePlace>.Shared.Return(phraseRoom);
    }

    private static byte Edge(in TokenFacets before, in TokenFacets here) => before.End switch
    {
        '.' or '?' or '!' => before.IsInitials ? (byte)1 : (byte)2,
        ',' => 3,
        ';' or ':' => 4,
        ')' or ']' => 5,
        '"' => 6,
        _ => here.Start is '(' or '[' or '"' ? (byte)7 : (byte)0,
    };

    private static void AddOwn(in TokenFacets f, FeatureSequence into)
    {
        into.Add(T.Word.With(f.Word));
        into.Add(T.WordEnd.With(f.Word, f.End));
        into.Add(T.Shape.With(f.Shape));
        into.Add(T.Form.With(f.Form, f.End));
        into.Add(T.Start.With(f.Start));
        into.Add(T.End.With(f.End));
        into.Add(T.Prefix2.With(f.Prefix2));
        into.Add(T.Prefix3.With(f.Prefix3));
        into.Add(T.Suffix2.With(f.Suffix2));
        into.Add(T.Suffix3.With(f.Suffix3));
        into.Add(T.Suffix4.With(f.Suffix4));
        for (uint classes = (uint)f.Classes; classes != 0; classes &= classes - 1)
        {
            into.Add(T.Class.With(BitOperations.TrailingZeroCount(classes), f.End == '.' ? 1u : 0u));
        }
    }

    private static void AddNeighbours(ReadOnlySpan<TokenFacets> facets, int i, FeatureSequence into)
    {
        ref readonly TokenFacets here = ref facets[i];
        ref readonly TokenFacets before = ref At(facets, i - 1);
        ref readonly TokenFacets after = ref At(facets, i + 1);
        ref readonly TokenFacets before2 = ref At(facets, i - 2);
        ref readonly TokenFacets after2 = ref At(facets, i + 2);
        into.Add(T.WordBefore.With(before.Word));
        into.Add(T.WordAfter.With(after.Word));
        into.Add(T.ShapeBefore.With(before.Shape));
        into.Add(T.ShapeAfter.With(after.Shape));
        into.Add(T.FormBefore2.With(before2.Form, before2.End));
        into.Add(T.FormAfter2.With(after2.Form, after2.End));
        into.Add(T.EndBefore.With(before.End, here.Form));
        into.Add(T.FormPair.With(before.Form * 64 + here.Form, here.End));
        into.Add(T.FormPairAfter.With(here.Form * 64 + after.Form, after.End));
        into.Add(T.FormTriple.With((before.Form * 64 + here.Form) * 64 + after.Form, (ulong)(before.End * 65536 + here.End)));
        into.Add(T.WordPair.With(before.Word, here.Word));
        into.Add(T.ClassesAround.With((ulong)before.Classes, (ulong)after.Classes));
    }

    private static ref readonly TokenFacets At(ReadOnlySpan<TokenFacets> facets, int i)
    {
        if ((uint)i < (uint)facets.Length) return ref facets[i];
        return ref TokenFacets.Outside;
    }

    private static void AddPlace(ReadOnlySpan<TokenFacets> facets, ReadOnlySpan<TokenPlace> places, ulong style, int i, FeatureSequence into)
    {
        ref readonly TokenFacets here = ref facets[i];
        ref readonly TokenPlace place = ref places[i];
        into.Add(T.Decile.With((ulong)(i * 10 / facets.Length), here.Form));
        if (i < 3) into.Add(T.FromStart.With((ulong)i, here.Form));
        if (facets.Length - i <= 3) into.Add(T.FromEnd.With((ulong)(facets.Length - i), here.Form));
        into.Add(T.Sentence.With(place.Sentence, place.SentenceKind));
        into.Add(T.SentenceNext.With(place.NextSentenceForm, place.SentenceLength));
        into.Add(T.SentenceSpot.With(place.IntoSentence, place.LeftInSentence));
        into.Add(T.SentenceKind.With(place.SentenceKind, place.NextSentenceForm));
        into.Add(T.KindBefore.With(place.SentenceKind, place.KindBefore));
        into.Add(T.KindAfter.With(place.SentenceKind, place.KindAfter));
        into.Add(T.Flags.With(place.Flags, here.Form));
        into.Add(T.FlagsSentence.With(place.Flags, place.Sentence));
        into.Add(T.Clause.With(place.ClauseNextForm, place.ClauseLength));
        into.Add(T.Journal.With(place.Journal, here.Form));
        into.Add(T.Style.With(style, place.Sentence * 64 + here.Form));
    }

    private static void AddPhrase(ReadOnlySpan<TokenFacets> facets, ReadOnlySpan<PhrasePlace> phrases, int i, FeatureSequence into)
    {
        ref readonly TokenFacets here = ref facets[i];
        ref readonly PhrasePlace p = ref phrases[i];
        ulong cueBefore = (ulong)p.CueBefore * 4 + p.CueBeforeSteps, cueAfter = (ulong)p.CueAfter * 4 + p.CueAfterSteps;
        into.Add(T.PhraseFirst.With(p.First, p.Into));
        into.Add(T.PhraseNextFirst.With(p.NextFirst, p.Left));
        into.Add(T.PhraseBeforeLast.With(p.BeforeLast, p.Into));
        into.Add(T.PhraseKind.With(p.Kind, (ulong)(p.Length * 16 + p.Into * 4 + p.Left)));
        into.Add(T.PhraseBefore.With(p.Kind, p.KindBefore));
        into.Add(T.PhraseAfter.With(p.Kind, (ulong)(p.KindAfter * 64 + p.KindAfter2)));
        into.Add(T.PhraseAround.With(p.Kind, (ulong)(p.KindBefore * 64 + p.KindAfter)));
        into.Add(T.CueBefore.With(cueBefore, p.Kind));
        into.Add(T.CueAfter.With(cueAfter, p.Kind));
        into.Add(T.CuesAround.With(cueBefore, cueAfter));
        for (uint cues = p.CuesBefore & Telling; cues != 0; cues &= cues - 1) into.Add(T.Before.With(BitOperations.TrailingZeroCount(cues), p.Kind));
        for (uint cues = p.CuesAfter & Telling; cues != 0; cues &= cues - 1) into.Add(T.After.With(BitOperations.TrailingZeroCount(cues), p.Kind));
        into.Add(T.CuesBefore.With(p.CuesBefore & Ground, p.CuesAfter & Ground));
        for (uint classes = (uint)p.Classes & PhraseClasses; classes != 0; classes &= classes - 1) into.Add(T.PhraseClass.With(BitOperations.TrailingZeroCount(classes)));
        for (uint classes = (uint)p.ClassesAfter & PhraseClasses; classes != 0; classes &= classes - 1) into.Add(T.PhraseClassAfter.With(BitOperations.TrailingZeroCount(classes)));
        ref readonly TokenFacets before = ref At(facets, i - 1);
        ref readonly TokenFacets after = ref At(facets, i + 1);
        for (uint classes = (uint)before.Classes; classes != 0; classes &= classes - 1) into.Add(T.ClassBefore.With(BitOperations.TrailingZeroCount(classes), here.Form));
        for (uint classes = (uint)after.Classes; classes != 0; classes &= classes - 1) into.Add(T.ClassAfter.With(BitOperations.TrailingZeroCount(classes), here.Form));
    }

    private const uint Telling = 1u << (int)Cue.In | 1u << (int)Cue.Editor | 1u << (int)Cue.Volume | 1u << (int)Cue.Page | 1u << (int)Cue.Publisher | 1u << (int)Cue.Place
        | 1u << (int)Cue.Container | 1u << (int)Cue.Year | 1u << (int)Cue.QuoteClose | 1u << (int)Cue.Genre | 1u << (int)Cue.Number | 1u << (int)Cue.Journal;

    private const uint Ground = 1u << (int)Cue.In | 1u << (int)Cue.Editor | 1u << (int)Cue.Page | 1u << (int)Cue.Publisher | 1u << (int)Cue.Year | 1u << (int)Cue.QuoteClose;

    private const uint PhraseClasses = (uint)(WordClasses.Editor | WordClasses.Genre | WordClasses.Note | WordClasses.Publisher | WordClasses.Container | WordClasses.Place
        | WordClasses.Society | WordClasses.JournalWord | WordClasses.City | WordClasses.Imprint | WordClasses.Given | WordClasses.Edition | WordClasses.Volume | WordClasses.Page);

    private sealed class Templates
    {
        public readonly BitTemplate Class = new("c"), PhraseClass = new("Pc"), PhraseClassAfter = new("Pc>"),
            ClassBefore = new("c-1"), ClassAfter = new("c+1"), Before = new("B"), After = new("A");

        public readonly Template Word = new("w"), WordEnd = new("w,e"), Shape = new("s"), Form = new("f"), Start = new("a"), End = new("e"),
            Prefix2 = new("p2"), Prefix3 = new("p3"), Suffix2 = new("s2"), Suffix3 = new("s3"), Suffix4 = new("s4"),
            WordBefore = new("w-1"), WordAfter = new("w+1"), ShapeBefore = new("s-1"), ShapeAfter = new("s+1"), FormBefore2 = new("f-2"),
            FormAfter2 = new("f+2"), EndBefore = new("e-1"), FormPair = new("f-1,f"), FormPairAfter = new("f,f+1"), FormTriple = new("f-1,f,f+1"),
            WordPair = new("w-1,w"), ClassesAround = new("c-1,c+1"), Decile = new("d"), FromStart = new("i"), FromEnd = new("n"),
            Sentence = new("S"), SentenceNext = new("S>"), SentenceSpot = new("S@"), SentenceKind = new("Sk"), KindBefore = new("Sk-1"),
            KindAfter = new("Sk+1"), Flags = new("F"), FlagsSentence = new("FS"), Clause = new("C"), Journal = new("J"), Style = new("Y"),
            PhraseFirst = new("P0"), PhraseNextFirst = new("P>0"), PhraseBeforeLast = new("P<n"), PhraseKind = new("P"), PhraseBefore = new("P<"), PhraseAfter = new("P>"),
            PhraseAround = new("P<>"), CueBefore = new("Q<"), CueAfter = new("Q>"), CuesAround = new("Q<>"), CuesBefore = new("BA");
    }

    /// <summary>A feature's name, ready to take values.</summary>
    private readonly struct Template(string name)
    {
        private readonly ulong _key = FeatureKey.Template(name);

        public ulong With(ulong value) => FeatureKey.Extend(_key, value);

        public ulong With(ulong value, ulong second) => FeatureKey.Extend(FeatureKey.Extend(_key, value), second);
    }

    /// <summary>A feature whose first value is a bit of a set: what hashes to the same for every token is hashed once.</summary>
    private readonly struct BitTemplate(string name)
    {
        private readonly ulong[] _keys = Keys(FeatureKey.Template(name));

        public ulong With(int bit) => _keys[bit];

        public ulong With(int bit, ulong second) => FeatureKey.Extend(_keys[bit], second);

        private static ulong[] Keys(ulong template)
        {
            var keys = new ulong[32];
            for (int bit = 0; bit < keys.Length; bit++) keys[bit] = FeatureKey.Extend(template, (ulong)bit);
            return keys;
        }
    }
}
